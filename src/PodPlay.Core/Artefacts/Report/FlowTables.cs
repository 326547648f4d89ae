using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Flows one by one.</summary>
internal static class FlowTables
{
    public static IEnumerable<string> Flows(Network network) => MarkdownTable.Of(
        ["flow", "ports", "where", "owner", "until"],
        network.Flows.Select(f => (string[])[f.Text, PortsOf(f), Where(f), f.Term.Owner ?? "", Until(f.Term)]),
        optional: 2);

    /// <summary>The last day; empty: for good.</summary>
    internal static string Until(Term term) => term.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

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
