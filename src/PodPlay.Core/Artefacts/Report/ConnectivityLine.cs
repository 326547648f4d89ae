using System.Collections.Immutable;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>
/// A line of connectivity.csv: cells that differ in family, in protocol or in the member of a zone are one line where the whole is allowed,
/// exactly. So a flow is one line, a service that joins a zone changes none of the zone's own, and a family that is missing is seen.
/// </summary>
/// <param name="From">A party's name, or <c>zone dmz</c> for all of its addresses.</param>
/// <param name="Protocols"><c>tcp</c>, <c>udp</c>, <c>tcp+udp</c>.</param>
/// <param name="Families"><c>ipv4</c>, <c>ipv6</c>, <c>ipv4+ipv6</c>.</param>
internal sealed record ConnectivityLine(string From, string To, string Protocols, PortRange Ports, string Families, string Via, string Condition, string Because)
{
    /// <summary>Sorted by caller, called, protocol, port, family, reason, way; each once.</summary>
    public static ImmutableArray<ConnectivityLine> Fold(Network network, IEnumerable<Cell> cells)
    {
        var members = network.Zones.ToDictionary(z => z, z => z.Services.Select(s => (Party)new Party.OfService(s)).Append(new Party.OthersInZone(z)).ToList());
        return cells
            .GroupBy(c => (c.From, c.To, c.Ports, c.Via, c.Condition, c.Because))
            .SelectMany(g => Kinds(g).Select(k => (g.Key.From, g.Key.To, Line: new ConnectivityLine("", "", k.Protocols, g.Key.Ports, k.Families, g.Key.Via, g.Key.Condition, g.Key.Because))))
            .GroupBy(x => (x.To, x.Line), x => x.From)
            .SelectMany(g => Names(g, g.Key.To, members).Select(n => (g.Key.To, Line: g.Key.Line with { From = n })))
            .GroupBy(x => x.Line, x => x.To)
            .SelectMany(g => Names(g, null, members).Select(n => g.Key with { To = n }))
            .Distinct()
            .ToImmutableArray()
                .Sort(InOrder);
    }

    private static int InOrder(ConnectivityLine a, ConnectivityLine b)
    {
        var order = string.CompareOrdinal(a.From, b.From);
        if (order == 0)
            order = string.CompareOrdinal(a.To, b.To);
        if (order == 0)
            order = string.CompareOrdinal(a.Protocols, b.Protocols);
        if (order == 0)
            order = a.Ports.CompareTo(b.Ports);
        if (order == 0)
            order = string.CompareOrdinal(a.Families, b.Families);
        if (order == 0)
            order = string.CompareOrdinal(a.Because, b.Because);
        if (order == 0)
            order = string.CompareOrdinal(a.Via, b.Via);
        return order == 0 ? string.CompareOrdinal(a.Condition, b.Condition) : order;
    }

    // The pairs of protocol and family as products: both protocols in one only where both have the same families.
    private static IEnumerable<(string Protocols, string Families)> Kinds(IEnumerable<Cell> cells) =>
        from kind in cells.GroupBy(c => c.Protocol, c => c.Family)
        let families = string.Join('+', kind.Distinct().OrderBy(f => f).Select(f => f == Family.IPv4 ? "ipv4" : "ipv6"))
        group kind.Key by families into same
        select (string.Join('+', same.OrderBy(p => p).Select(p => p.Word())), same.Key);

    /// <param name="itself">Nobody calls itself: a zone without it is still the whole zone.</param>
    private static IEnumerable<string> Names(IEnumerable<Party> parties, Party? itself, Dictionary<Zone, List<Party>> members)
    {
        var left = parties.ToHashSet();
        foreach (var zone in left.Select(ZoneOf).OfType<Zone>().ToHashSet())
        {
            var others = members[zone].Where(p => p != itself).ToList();
            if (others.Count > 0 && left.Contains(others[^1]) && others.TrueForAll(left.Contains))
            {
                left.ExceptWith(others);
                yield return $"zone {zone}";
            }
        }
        foreach (var party in left)
            yield return party.Name;
    }

    private static Zone? ZoneOf(Party party) => party switch
    {
        Party.OfService { Service.Zone: var zone } => zone,
        Party.OthersInZone { Zone: var zone } => zone,
        _ => null,
    };
}
