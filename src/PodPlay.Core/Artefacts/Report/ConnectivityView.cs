using System.Collections.Immutable;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>The lines of connectivity.csv. Fields are names, numbers and spec paths: none holds a comma or a quote.</summary>
internal static class ConnectivityView
{
    public static View Of(Network network, ImmutableArray<Cell> cells)
    {
        var owners = network.Flows.Select(f => (f.Path, f.Term.Owner))
            .Concat(network.Services.SelectMany(s => s.Ports).Select(p => (p.Path, p.Term.Owner)))
            .Where(o => o.Owner is not null)
            .ToDictionary(o => o.Path, o => o.Owner!, StringComparer.Ordinal);
        return new() { { "lines", ConnectivityLine.Fold(network, cells).Select(l => Text(l, owners.GetValueOrDefault(l.Because, ""))) } };
    }

    private static string Text(ConnectivityLine line, string owner) =>
        string.Join(',', line.From, line.To, line.Protocols, line.Ports.ToString(), line.Families, line.Via, line.Condition, line.Because, owner);
}
