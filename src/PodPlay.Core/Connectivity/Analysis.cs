using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>From the network to the complete list of what may connect to what. Knows nothing of nftables.</summary>
public static class Analysis
{
    public static PortRange AnyPort { get; } = new(1, 65535);

    /// <summary>In a fixed order: by host, way, reason, protocol, port, family.</summary>
    public static ImmutableArray<Permission> Analyse(Network network) => Known.Of(network);

    private static readonly Derived<ImmutableArray<Permission>> Known = new(network =>
    [
        // Hosts are in the order of their names.
        .. network.Hosts.SelectMany(host => Exposed(network, host).Concat(Inside(network, host)).Concat(Own(network, host))
            .OrderBy(p => p.Way)
            .ThenBy(p => p.Because, StringComparer.Ordinal)
            .ThenBy(p => p.Protocol)
            .ThenBy(p => p.Called)
            .ThenBy(p => p.Family)),
    ]);

    private static IEnumerable<Permission> Exposed(Network network, Host host)
    {
        foreach (var service in host.Services)
        {
            foreach (var port in service.Ports.Where(p => p.Exposure != Exposure.Private && p.Host is not null))
            {
                foreach (var permission in ExposedPort.Of(network, service, port, OriginOf(network, port), port.Path))
                    yield return permission;
            }
        }
        foreach (var flow in FlowIndex.Of(network).At(host))
        {
            if (flow.To is not FlowEnd.OfService { Service: { } service } || service.Host != host || OutsideOrigin(flow, host) is not { } origin)
                continue;
            foreach (var permission in flow.Ports.Where(p => p.Host is not null).SelectMany(p => ExposedPort.Of(network, service, p, origin, flow.Path)))
                yield return permission;
        }
    }

    private static IEnumerable<Permission> Inside(Network network, Host host) =>
        FlowIndex.Of(network).At(host).SelectMany(f => FlowInside.Of(network, f, host)).Concat(ZoneDefaults.Of(network, host));

    private static IEnumerable<Permission> Own(Network network, Host host) => HostItself.Of(network, host);

    private static Origin OriginOf(Network network, Port port) => port switch
    {
        { From: { } source } => new Origin.Blocks(source.Blocks, []),
        { Exposure: Exposure.Public } => new Origin.Anybody(),
        _ => new Origin.Blocks(LanOf(network), []),
    };

    // Link-local addresses are the LAN's: nobody else can have them.
    internal static ImmutableArray<Prefix> LanOf(Network network) => KnownLan.Of(network);

    private static readonly Derived<ImmutableArray<Prefix>> KnownLan = new(network => [.. network.Router.Lan.Append(Prefix.Parse("fe80::/10")).Distinct().Order()]);

    // A caller on another host arrives with that host's address: netavark masquerades what leaves a zone.
    private static Origin? OutsideOrigin(Flow flow, Host host) => flow.From switch
    {
        FlowEnd.Internet => new Origin.Anybody(),
        FlowEnd.OfSource { Source: { } source } => new Origin.Blocks(source.Blocks, []),
        FlowEnd.OfHost { Host: { } caller } when caller != host => AddressesOf(caller),
        FlowEnd.OfService { Service.Host: { } caller } when caller != host => AddressesOf(caller),
        FlowEnd.OfZone { Zone.Host: { } caller } when caller != host => AddressesOf(caller),
        _ => null,
    };

    private static Origin.Blocks AddressesOf(Host host) => new([.. host.Addresses.Select(Prefix.Of).Order()], []);
}
