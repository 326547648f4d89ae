using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Graphs;

/// <summary>A network as a picture.</summary>
public static class NetworkGraph
{
    private static readonly Node Internet = new("internet", "internet", NodeKind.Internet, null);
    private static readonly Node Lan = new("lan", "LAN", NodeKind.Lan, null);

    /// <param name="zone">Only this zone, and what touches it; null: everything.</param>
    public static Graph Of(Network network, Zone? zone = null)
    {
        var edges = Exposures(network).Concat(Flows(network)).Where(e => zone is null || e.From.Zone == zone.Name || e.To.Zone == zone.Name).ToImmutableArray();
        var alone = network.Services.Where(s => zone is null || s.Zone == zone).Select(Of);
        var nodes = edges.SelectMany(e => new[] { e.From, e.To }).Concat(alone).Distinct().OrderBy(n => n.Id, StringComparer.Ordinal).ToImmutableArray();
        return new([.. network.Zones.Where(z => nodes.Any(n => n.Zone == z.Name)).Select(z => (z.Name, z.Host.Name))], nodes, edges);
    }

    private static IEnumerable<Edge> Exposures(Network network) =>
        from service in network.Services
        from port in service.Ports
        where port.Exposure != Exposure.Private
        let caller = port.From is { } source ? Of(source) : port.Exposure == Exposure.Public ? Internet : Lan
        group $"{port.Name} {(port.Router ?? port.Host)}" by (From: caller, To: Of(service)) into ports
        select new Edge(ports.Key.From, ports.Key.To, string.Join(", ", ports), IsExposure: true);

    private static IEnumerable<Edge> Flows(Network network) => network.Flows.Select(f => new Edge(Of(f.From), Of(f.To), PortsOf(f), IsExposure: false));

    private static Node Of(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service: { } service } => Of(service),
        FlowEnd.OfZone { Zone: { } zone } => new($"zone_{Id(zone.Name)}", $"all of {zone.Name}", NodeKind.Zone, zone.Name),
        FlowEnd.OfHost { Host: { } host } => new($"host_{Id(host.Name)}", host.Name, NodeKind.Host, null),
        FlowEnd.OfSource { Source: { } source } => Of(source),
        _ => Internet,
    };

    private static Node Of(Source source) => new($"source_{Id(source.Name)}", source.Name, NodeKind.Source, null);

    private static Node Of(Service service) => new(
        $"svc_{Id(service.Name)}",
        service.IsReplicated ? string.Create(CultureInfo.InvariantCulture, $"{service.Name} x{service.Replicas.Length}") : service.IsOnHostNetwork ? $"{service.Name} on {service.Host.Name}" : service.Name,
        NodeKind.Service,
        service.Zone?.Name);

    private static string PortsOf(Flow flow) =>
        flow.IsForAnyPort || (flow.Ports.IsEmpty && flow.InternetPorts.IsEmpty) ? "any"
        : flow.Ports.IsEmpty ? string.Join(", ", flow.InternetPorts.Select(p => $"{p.Ports}/{p.Protocol.Word()}"))
        : string.Join(", ", flow.Ports.Select(p => p.Name));

    // Names hold letters, digits and hyphens: an underscore for a hyphen cannot meet another name.
    private static string Id(string name) => name.Replace('-', '_');
}
