using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Who calls what, folded to zones and hosts: rows call columns.</summary>
internal static class ZoneMatrix
{
    // A cell of a table is read at a glance or not at all.
    private const int MostPorts = 12;

    public static IEnumerable<string> Of(Network network, ImmutableArray<Cell> cells)
    {
        var groups = cells.ToLookup(c => (From: GroupOf(c.From), To: GroupOf(c.To)));
        var inside = network.Zones.Select(z => z.Name).Concat(network.Hosts.Select(h => $"host {h.Name}")).ToList();
        var outside = cells.Select(c => GroupOf(c.From)).Except(inside).Except(["internet", "lan"]).Order(StringComparer.Ordinal);
        string[] callers = ["internet", "lan", .. outside, .. inside];
        string[] called = [.. inside, .. groups.Any(g => g.Key.To == "internet") ? ["internet"] : Array.Empty<string>()];
        return MarkdownTable.Of(["from \\ to", .. called], callers.Select(from => (string[])[from, .. called.Select(to => Ports([.. groups[(from, to)]]))]));
    }

    private static string Ports(ImmutableArray<Cell> cells)
    {
        if (cells.IsEmpty)
            return "";
        var ports = cells
            .GroupBy(c => (Called: c.To switch { Party.OfService s => $"{s.Name} ", Party.OfHost => "itself ", _ => "" }, c.Ports))
            .Select(g => (g.Key.Called, g.Key.Ports, Protocols: string.Join('+', g.Select(c => c.Protocol).Distinct().Order().Select(p => p.Word()))))
            .ToList();
        // What is open as a whole, unlisted addresses included, is not told service by service.
        if (ports.Exists(p => p.Called.Length == 0 && p.Ports == Analysis.AnyPort))
            return "any";
        return ports.Count <= MostPorts
            ? string.Join("; ", ports.GroupBy(p => (p.Called, p.Protocols)).Select(g => $"{g.Key.Called}{string.Join(", ", g.Select(p => p.Ports).Order())}/{g.Key.Protocols}"))
            : string.Create(CultureInfo.InvariantCulture, $"{ports.Count} ports of {ports.DistinctBy(p => p.Called).Count()} services");
    }

    private static string GroupOf(Party party) => party switch
    {
        Party.OfService { Service.Zone.Name: { } zone } => zone,
        Party.OfService { Service.Host.Name: var host } => $"host {host}",
        Party.OthersInZone { Zone.Name: { } zone } => zone,
        _ => party.Name,
    };
}
