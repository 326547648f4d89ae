using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Addresses by zone, and what listens on each host.</summary>
internal static class AddressTables
{
    public static IEnumerable<string> Plan(Network network) => MarkdownTable.Of(
        ["zone", "container", "IPv4", "IPv6"],
        network.Zones.SelectMany(ZoneRows));

    public static IEnumerable<string> HostPorts(Network network) => MarkdownTable.Of(
        ["host", "port", "service", "exposure", "owner", "until"],
        from host in network.Hosts
        from line in host.Services
            .SelectMany(s => s.Ports.Where(p => p.Host is not null).Select(p => (Service: s, Port: p)))
            .OrderBy(x => x.Port.Host!.Value).ThenBy(x => x.Service.Name, StringComparer.Ordinal)
        select (string[])[host.Name, $"{line.Port.Host}/{ExposureTables.Protocols(line.Port)}", $"{line.Service.Name}.{line.Port.Name}", Word(line.Port), line.Port.Term.Owner ?? "", FlowTables.Until(line.Port.Term)],
        optional: 2);

    private static IEnumerable<string[]> ZoneRows(Zone zone)
    {
        yield return [$"{zone.Name} on {zone.Host.Name}", "gateway", Text(zone, Family.IPv4, s => $"{s.Gateway} in {s.Prefix}"), Text(zone, Family.IPv6, s => $"{s.Gateway} in {s.Prefix}")];
        foreach (var replica in zone.Services.SelectMany(s => s.Replicas))
            yield return ["", replica.Name, replica.AddressOf(Family.IPv4)?.ToString() ?? "", replica.AddressOf(Family.IPv6)?.ToString() ?? ""];
        yield return ["", "not podplay's", Text(zone, Family.IPv4, s => s.DynamicRange.ToString()), Text(zone, Family.IPv6, s => s.DynamicRange.ToString())];
    }

    private static string Text(Zone zone, Family family, Func<Subnet, string> print) => zone.SubnetOf(family) is { } subnet ? print(subnet) : "";

    private static string Word(Port port) => port.Exposure switch
    {
        Exposure.Public => "public",
        Exposure.Lan => port.From is { } source ? $"lan, from {source.Name}" : "lan",
        _ => "private",
    };
}
