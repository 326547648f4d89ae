using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>What a zone may do without a flow: ask podman's resolver, and go out where its egress says so. What a rootless user's
/// zones may do no host can limit.</summary>
internal static class ZoneDefaults
{
    private static readonly PortRange Dns = new(53);

    public static IEnumerable<Permission> Of(Network network, Host host) =>
        host.Rootless is null ? host.Zones.SelectMany(z => OfZone(host, z)) : host.Zones.SelectMany(z => OfRootlessZone(network, host, z));

    private static IEnumerable<Permission> OfZone(Host host, Zone zone)
    {
        foreach (var subnet in zone.Subnets)
        {
            foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
            {
                yield return new(host, new Origin.WholeZone(zone), new Target.HostAddresses(host, null, [subnet.Gateway]), protocol, Dns, Dns, subnet.Family,
                    Way.ZoneToHost, $"zones.{zone.Name}");
                if (zone.HasEgress)
                {
                    yield return new(host, new Origin.WholeZone(zone), new Target.Internet(), protocol, Analysis.AnyPort, Analysis.AnyPort, subnet.Family,
                        Way.Egress, $"zones.{zone.Name}.egress");
                }
            }
        }
    }

    // They leave as processes of their user, with the host's own address: to the LAN and to the host itself as well.
    private static IEnumerable<Permission> OfRootlessZone(Network network, Host host, Zone zone)
    {
        foreach (var subnet in zone.Subnets)
        {
            var outside = OutsideWorld.Of(network, subnet.Family).Classes.Select(c => c.Party).Append(new Party.OfHost(host)).Distinct();
            var everybody = new Target.Everybody([.. outside]);
            foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
            {
                foreach (var target in new Target[] { new Target.AllContainers(host), everybody })
                {
                    yield return new(host, new Origin.WholeZone(zone), target, protocol, Analysis.AnyPort, Analysis.AnyPort, subnet.Family,
                        Way.Unenforced, $"hosts.{host.Name}.rootless");
                }
            }
        }
    }
}
