using System.Text;

namespace PodPlay.Graphs;

/// <summary>A graph in the language of Graphviz.</summary>
public static class DotGraph
{
    public static string Print(Graph graph)
    {
        var text = new StringBuilder("digraph podplay {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");
        foreach (var (zone, host) in graph.Zones)
        {
            // Graphviz draws a box around what begins with `cluster`.
            text.Append($"  subgraph \"cluster_{zone}\" {{\n    label=\"{zone} on {host}\";\n");
            foreach (var node in graph.Nodes.Where(n => n.Zone == zone))
                text.Append($"    {Shape(node)}\n");
            text.Append("  }\n");
        }
        foreach (var node in graph.Nodes.Where(n => n.Zone is null))
            text.Append($"  {Shape(node)}\n");
        foreach (var edge in graph.Edges)
            text.Append($"  {edge.From.Id} -> {edge.To.Id} [label=\"{edge.Text}\"{(edge.IsExposure ? ", style=bold" : "")}];\n");
        return text.Append("}\n").ToString();
    }

    private static string Shape(Node node) => node.Kind switch
    {
        NodeKind.Internet => $"{node.Id} [label=\"{node.Text}\", shape=doublecircle];",
        NodeKind.Lan or NodeKind.Source => $"{node.Id} [label=\"{node.Text}\", shape=ellipse];",
        NodeKind.Host => $"{node.Id} [label=\"{node.Text}\", shape=component];",
        NodeKind.Zone => $"{node.Id} [label=\"{node.Text}\", style=dashed];",
        _ => $"{node.Id} [label=\"{node.Text}\"];",
    };
}
