using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Mermaid in several small views: one big picture of a network is unreadable, and GitHub refuses long ones.</summary>
internal static class Pictures
{
    // GitHub renders a few hundred edges at most; a person reads a few dozen.
    private const int MostEdges = 60;

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
        return new()
        {
            { "title", title },
            { "lines", all.Take(MostEdges) },
            { "is_cut", all.Count > MostEdges },
            { "cut", $"{all.Count - MostEdges} more in connectivity.csv" },
        };
    }

    private static IEnumerable<string> Exposure(Network network) =>
        from service in network.Services
        from port in service.Ports
        where port.Exposure != Model.Exposure.Private
        select $"{(port.Exposure == Model.Exposure.Public ? "internet((internet))" : port.From is { } source ? $"source_{Id(source.Name)}([{source.Name}])" : "lan([LAN])")} -->|{port.Name} {(port.Router ?? port.Host)}| {Node(service)}";

    private static IEnumerable<string> Zones(Network network)
    {
        foreach (var zone in network.Zones)
            yield return $"zone_{Id(zone.Name)}[{zone.Name}]";
        foreach (var flow in network.Flows)
        {
            if (ZoneOf(flow.From) is { } from && ZoneOf(flow.To) is { } to && from != to)
                yield return $"zone_{Id(from.Name)} --> zone_{Id(to.Name)}";
        }
        foreach (var zone in network.Zones.Where(z => z.HasEgress))
            yield return $"zone_{Id(zone.Name)} -.->|egress| internet((internet))";
    }

    private static IEnumerable<string> OneZone(Network network, Zone zone)
    {
        foreach (var service in zone.Services)
            yield return Node(service);
        foreach (var flow in network.Flows.Where(f => ZoneOf(f.From) == zone || ZoneOf(f.To) == zone))
        {
            if (EndNode(flow.From) is { } from && EndNode(flow.To) is { } to)
                yield return $"{from} -->|{(flow.Ports.IsEmpty ? "any" : string.Join(", ", flow.Ports.Select(p => p.Name)))}| {to}";
        }
    }

    private static IEnumerable<string> Hosts(Network network) =>
        from host in network.Hosts
        from service in host.Services
        select $"host_{Id(host.Name)}[[{host.Name}]] --- {Node(service)}";

    private static string? EndNode(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service: { } service } => Node(service),
        FlowEnd.OfZone { Zone: { } zone } => $"zone_{Id(zone.Name)}[all of {zone.Name}]",
        FlowEnd.OfHost { Host: { } host } => $"host_{Id(host.Name)}[[{host.Name}]]",
        FlowEnd.OfSource { Source: { } source } => $"source_{Id(source.Name)}([{source.Name}])",
        _ => "internet((internet))",
    };

    private static Zone? ZoneOf(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service.Zone: { } zone } => zone,
        FlowEnd.OfZone { Zone: { } zone } => zone,
        _ => null,
    };

    // Prefixed: `end`, `class` and others are words of Mermaid.
    private static string Node(Service service) =>
        $"svc_{Id(service.Name)}[{service.Name}{(service.IsReplicated ? $" x{service.Replicas.Length}" : "")}]";

    private static string Id(string name) => name.Replace('-', '_');
}
