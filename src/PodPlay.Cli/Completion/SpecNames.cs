using System.CommandLine;
using System.CommandLine.Completions;
using PodPlay.Connectivity;
using PodPlay.Diagnostics;
using PodPlay.Model;

namespace PodPlay.Cli.Completion;

/// <summary>Names of the spec in the current folder, for completion. A spec with mistakes still has names; without one there are none.</summary>
internal static class SpecNames
{
    public static Argument<string> CompletesParties(this Argument<string> argument, CliConsole console) => argument.From(console, c => Parties(c.Network!));

    /// <summary>Names, and those of services with each of their ports.</summary>
    public static Argument<string> CompletesTargets(this Argument<string> argument, CliConsole console) => argument.From(console, c =>
        Parties(c.Network!).Concat(c.Network!.Services.SelectMany(s => s.Ports.Select(p => ($"{s.Name}:{p.Name}", "a port")))));

    public static Argument<string> CompletesPaths(this Argument<string> argument, CliConsole console) =>
        argument.From(console, c => c.Places?.Paths.Select(p => (p, "a part of the spec")) ?? []);

    public static Argument<string> CompletesCodes(this Argument<string> argument)
    {
        argument.CompletionSources.Add(_ => DiagnosticCatalog.All.Select(r => new CompletionItem(r.Code, detail: r.Name)));
        return argument;
    }

    public static Option<string?> CompletesZones(this Option<string?> option, CliConsole console)
    {
        option.CompletionSources.Add(_ => Items(console, c => c.Network!.Zones.Select(z => (z.Name, "a zone"))));
        return option;
    }

    private static Argument<string> From(this Argument<string> argument, CliConsole console, Func<Compilation, IEnumerable<(string, string)>> names)
    {
        argument.CompletionSources.Add(_ => Items(console, names));
        return argument;
    }

    private static IEnumerable<CompletionItem> Items(CliConsole console, Func<Compilation, IEnumerable<(string Name, string What)>> names)
    {
        // Nothing may be said while somebody types.
        var silent = console with { Out = TextWriter.Null, Error = TextWriter.Null };
        if (SpecLocation.Find(null, SpecLocation.DefaultName, silent) is not { } location || Compiler.Compile(location.Path, location.Files) is not { Network: not null } compilation)
            return [];
        return names(compilation).Select(n => new CompletionItem(n.Name, detail: n.What));
    }

    private static IEnumerable<(string, string)> Parties(Network network) => Question.NamesOf(network).Select(n => (n, WhatIs(network, n)));

    private static string WhatIs(Network network, string name) =>
        network.Services.Any(s => s.Name == name) ? "a service"
        : network.Zones.Any(z => z.Name == name) ? "a zone"
        : network.Hosts.Any(h => h.Name == name) ? "a host"
        : network.Sources.Any(s => s.Name == name) ? "a source"
        : "outside";
}
