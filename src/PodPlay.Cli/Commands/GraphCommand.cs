using System.CommandLine;
using PodPlay.Cli.Completion;
using PodPlay.Graphs;
using PodPlay.Text;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay graph</c>: zones, services and flows as a picture.</summary>
internal static class GraphCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var format = new Option<GraphFormat>("--format") { Description = "mermaid, dot, or svg where Graphviz is installed", HelpName = "FORMAT" };
        var zone = new Option<string?>("--zone") { Description = "only this zone, and what touches it", HelpName = "ZONE" }.CompletesZones(console);
        var command = new Command("graph", "zones, services and flows as a picture") { format, zone };
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = OutputFormat.Text }, parsed.GetValue(format), parsed.GetValue(zone)));
        return command;
    }

    private static int Run(Session session, GraphFormat format, string? zoneName)
    {
        if (session.CompileWithoutErrors(out var exitCode) is not { Network: { } network })
            return exitCode;
        var zone = network.Zones.FirstOrDefault(z => z.Name == zoneName);
        if (zoneName is not null && zone is null)
        {
            var near = Suggestion.For(zoneName, network.Zones.Select(z => z.Name));
            return session.Refuse($"{zoneName} is not a zone{(near is null ? "" : $"; did you mean {near}?")}");
        }
        var graph = NetworkGraph.Of(network, zone);
        if (format != GraphFormat.Svg)
        {
            session.Console.Out.Write(format == GraphFormat.Dot ? DotGraph.Print(graph) : MermaidGraph.Print(graph));
            return ExitCode.Fine;
        }
        if (Graphviz.Svg(DotGraph.Print(graph), out var error) is not { } svg)
            return session.Refuse(error is null ? "Graphviz is not installed: apt install graphviz, or --format dot" : $"Graphviz says: {error}");
        session.Console.Out.Write(svg);
        return ExitCode.Fine;
    }
}
