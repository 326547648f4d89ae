using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Projections;

/// <summary>Every address that the spec gives out or takes for granted.</summary>
public static class AddressesProjection
{
    /// <summary>The router and the hosts, then zone by zone: its subnet, its gateway, its containers, and the part that is left to podman.</summary>
    public static Projection Of(Network network) => Projection.Of(
        ["name", "kind", "zone", "host", "ipv4", "ipv6"],
        [
            .. network.Router.Addresses.IsEmpty ? Array.Empty<ImmutableArray<string>>() : [Row("router", "router", "", "", network.Router.Addresses)],
            .. network.Hosts.Select(h => Row(h.Name, "host", "", h.Name, h.Addresses)),
            .. network.Zones.SelectMany(OfZone),
        ]);

    private static IEnumerable<ImmutableArray<string>> OfZone(Zone zone)
    {
        yield return OfSubnets(zone, "subnet", s => s.Prefix.ToString());
        yield return OfSubnets(zone, "gateway", s => s.Gateway.ToString());
        foreach (var replica in zone.Services.SelectMany(s => s.Replicas))
            yield return Row(replica.Name, "container", zone.Name, zone.Host.Name, replica.Addresses);
        yield return OfSubnets(zone, "dynamic", s => s.DynamicRange.ToString());
    }

    private static ImmutableArray<string> OfSubnets(Zone zone, string kind, Func<Subnet, string> print) =>
    [
        zone.Name, kind, zone.Name, zone.Host.Name,
        zone.SubnetOf(Family.IPv4) is { } v4 ? print(v4) : "",
        zone.SubnetOf(Family.IPv6) is { } v6 ? print(v6) : "",
    ];

    private static ImmutableArray<string> Row(string name, string kind, string zone, string host, ImmutableArray<Address> addresses) =>
        [name, kind, zone, host, Listed(addresses, Family.IPv4), Listed(addresses, Family.IPv6)];

    private static string Listed(ImmutableArray<Address> addresses, Family family) => string.Join(", ", addresses.Where(a => a.Family == family));
}
