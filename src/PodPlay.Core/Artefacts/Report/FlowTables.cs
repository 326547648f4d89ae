using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Flows one by one, and folded to zones.</summary>
internal static class FlowTables
{
    public static IEnumerable<string> Flows(Network network) => MarkdownTable.Of(
        ["flow", "ports", "where", "owner", "until"],
        network.Flows.Select(f => (string[])[f.Text, PortsOf(f), Where(f), f.Term.Owner ?? "", Until(f.Term)]),
        optional: 2);

    /// <summary>The last day; empty: for good.</summary>
    internal static string Until(Term term) => term.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Rows call columns; a cell lists what may be called.</summary>
    public static IEnumerable<string> ZoneMatrix(Network network, ImmutableArray<Cell> cells)
    {
        var callers = new[] { "internet", "lan" }.Concat(network.Zones.Select(z => z.Name)).ToList();
        var called = network.Zones.Select(z => z.Name).Append("internet").ToList();
        return MarkdownTable.Of(
            ["from \\ to", .. called],
            callers.Select(from => (string[])[from, .. called.Select(to => PortsBetween(cells, from, to))]));
    }

    private static string PortsBetween(ImmutableArray<Cell> cells, string from, string to)
    {
        var ports = cells
            .Where(c => GroupOf(c.From) == from && GroupOf(c.To) == to)
            .Select(c => c.To is Party.OfService s ? $"{s.Name} {PortText(c)}" : PortText(c))
            .Distinct()
            .ToList();
        return ports.Count == 0 ? "" : string.Join(", ", ports);
    }

    private static string PortText(Cell cell) => cell.Ports == Analysis.AnyPort ? "any" : $"{cell.Ports}/{cell.Protocol.Word()}";

    private static string GroupOf(Party party) => party switch
    {
        Party.OfService { Service.Zone.Name: { } zone } => zone,
        Party.OthersInZone { Zone.Name: { } zone } => zone,
        _ => party.Name,
    };

    private static string PortsOf(Flow flow) => flow.To is FlowEnd.Internet
        ? flow.InternetPorts.IsEmpty ? "any" : string.Join(", ", flow.InternetPorts.Select(p => $"{p.Ports}/{p.Protocol.Word()}"))
        : string.Join(", ", flow.Ports.Select(p => $"{p.Name} ({p.Container}/{ExposureTables.Protocols(p)})"));

    private static string Where(Flow flow) => (flow.From, flow.To) switch
    {
        (FlowEnd.OfService { Service.Zone: { } a }, FlowEnd.OfService { Service.Zone: { } b }) => a == b ? $"inside {a.Name}" : $"{a.Name} to {b.Name}",
        (FlowEnd.OfZone { Zone: { } a }, FlowEnd.OfService { Service.Zone: { } b }) => a == b ? $"inside {a.Name}" : $"{a.Name} to {b.Name}",
        (_, FlowEnd.OfService { Service.Host.Name: { } host }) => $"to {host}",
        _ => "outward",
    };
}
