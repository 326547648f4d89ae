using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Mermaid in several small views: one big picture of a network is unreadable, and GitHub refuses long ones.</summary>
internal static class Pictures
{
    // GitHub renders 500 edges and 50,000 characters of one picture at most (Mermaid's maxEdges and maxTextSize); a person reads a few dozen.
    private const int MostLines = 60;
    private const int MostCharacters = 20000;

    public static IEnumerable<View> Of(Network network)
    {
        yield return Picture("What the internet and the LAN reach", Exposure(network));
        yield return Picture("Zones", Zones(network));
        foreach (var zone in network.Zones.Where(z => !z.Services.IsEmpty))
            yield return Picture($"Zone {zone.Name}", OneZone(network, zone));
        if (network.Hosts.Length > 1)
            yield return Picture("Hosts", Hosts(network));
    }

    private static View Picture(string title, IEnumerable<string> lines)
    {
        var all = lines.Distinct().ToList();
        var length = 0;
        var shown = all.Take(MostLines).TakeWhile(l => (length += l.Length + 3) <= MostCharacters).ToList();
        return new()
        {
            { "title", title },
            { "lines", shown },
            { "is_cut", all.Count > shown.Count },
            { "cut", string.Create(CultureInfo.InvariantCulture, $"{all.Count - shown.Count} more in connectivity.csv") },
        };
    }

    private static IEnumerable<string> Exposure(Network network) =>
        from service in network.Services
        from port in service.Ports
        where port.Exposure != Model.Exposure.Private
        select Edge(port switch
        {
            { From: { } source } => SourceNode(source),
            { Exposure: Model.Exposure.Public } => Internet,
            _ => "lan([\"LAN\"])",
        }, $"{port.Name} {(port.Router ?? port.Host)}", Node(service));

    // Connections first, so that a cut takes from what has none. What has one needs no line of its own.
    private static IEnumerable<string> Zones(Network network)
    {
        var alone = network.Zones.ToHashSet();
        foreach (var flow in network.Flows)
        {
            if (FlowIndex.ZoneOf(flow.From) is not { } from || FlowIndex.ZoneOf(flow.To) is not { } to || from == to)
                continue;
            alone.ExceptWith([from, to]);
            yield return $"{ZoneNode(from, from.Name)} --> {ZoneNode(to, to.Name)}";
        }
        foreach (var zone in network.Zones.Where(z => z.HasEgress || alone.Contains(z)))
            yield return zone.HasEgress ? $"{ZoneNode(zone, zone.Name)} -.->|\"egress\"| {Internet}" : ZoneNode(zone, zone.Name);
    }

    private static IEnumerable<string> OneZone(Network network, Zone zone)
    {
        var alone = zone.Services.ToHashSet();
        foreach (var flow in FlowIndex.Of(network).In(zone))
        {
            if (flow.From is FlowEnd.OfService from)
                alone.Remove(from.Service);
            if (flow.To is FlowEnd.OfService to)
                alone.Remove(to.Service);
            yield return Edge(EndNode(flow.From), PortsOf(flow), EndNode(flow.To));
        }
        foreach (var service in zone.Services.Where(alone.Contains))
            yield return Node(service);
    }

    private static IEnumerable<string> Hosts(Network network) =>
        from host in network.Hosts
        from service in host.Services
        select $"{HostNode(host)} --- {Node(service)}";

    private static string EndNode(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service: { } service } => Node(service),
        FlowEnd.OfZone { Zone: { } zone } => ZoneNode(zone, $"all of {zone.Name}"),
        FlowEnd.OfHost { Host: { } host } => HostNode(host),
        FlowEnd.OfSource { Source: { } source } => SourceNode(source),
        _ => Internet,
    };

    private const string Internet = "internet((\"internet\"))";

    private static string PortsOf(Flow flow) =>
        flow.IsForAnyPort || (flow.Ports.IsEmpty && flow.InternetPorts.IsEmpty) ? "any"
        : flow.Ports.IsEmpty ? string.Join(", ", flow.InternetPorts.Select(p => $"{p.Ports}/{p.Protocol.Word()}"))
        : string.Join(", ", flow.Ports.Select(p => p.Name));

    private static string Edge(string from, string label, string to) => $"{from} -->|\"{label}\"| {to}";

    // Identifiers are prefixed and texts quoted: `end`, `class` and others are words of Mermaid.
    private static string Node(Service service) =>
        $"svc_{Id(service.Name)}[\"{service.Name}{(service.IsReplicated ? string.Create(CultureInfo.InvariantCulture, $" x{service.Replicas.Length}") : "")}\"]";

    private static string ZoneNode(Zone zone, string text) => $"zone_{Id(zone.Name)}[\"{text}\"]";

    private static string HostNode(Host host) => $"host_{Id(host.Name)}[[\"{host.Name}\"]]";

    private static string SourceNode(Source source) => $"source_{Id(source.Name)}([\"{source.Name}\"])";

    private static string Id(string name) => name.Replace('-', '_');
}
