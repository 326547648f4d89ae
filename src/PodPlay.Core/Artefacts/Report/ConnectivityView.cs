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
        // One name may stand for two classes of addresses: a source that lies in the LAN and outside of it.
        return new() { { "lines", cells.Select(c => Line(c, owners.GetValueOrDefault(c.Because, ""))).Distinct() } };
    }

    private static string Line(Cell cell, string owner) => string.Join(',',
        cell.From.Name, cell.To.Name, cell.Protocol.Word(), cell.Ports.ToString(), cell.Family == Family.IPv4 ? "ipv4" : "ipv6", cell.Via, cell.Condition, cell.Because, owner);
}
