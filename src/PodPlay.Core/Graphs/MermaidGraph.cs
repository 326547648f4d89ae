using System.Text;

namespace PodPlay.Graphs;

/// <summary>A graph in Mermaid's words, for Markdown.</summary>
public static class MermaidGraph
{
    public static string Print(Graph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var (zone, host) in graph.Zones)
        {
            text.Append($"  subgraph box_{zone.Replace('-', '_')}[\"{zone} on {host}\"]\n");
            foreach (var node in graph.Nodes.Where(n => n.Zone == zone))
                text.Append($"    {Shape(node)}\n");
            text.Append("  end\n");
        }
        foreach (var node in graph.Nodes.Where(n => n.Zone is null))
            text.Append($"  {Shape(node)}\n");
        foreach (var edge in graph.Edges)
            text.Append($"  {edge.From.Id} {(edge.IsExposure ? "==>" : "-->")}|\"{edge.Text}\"| {edge.To.Id}\n");
        return text.ToString();
    }

    private static string Shape(Node node) => node.Kind switch
    {
        NodeKind.Internet => $"{node.Id}((\"{node.Text}\"))",
        NodeKind.Lan or NodeKind.Source => $"{node.Id}([\"{node.Text}\"])",
        NodeKind.Host => $"{node.Id}[[\"{node.Text}\"]]",
        _ => $"{node.Id}[\"{node.Text}\"]",
    };
}
