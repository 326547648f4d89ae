using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>What a zone may do without a flow: ask podman's resolver, and go out where its egress says so. What a rootless user's
/// zones may do no host can limit.</summary>
internal static class ZoneDefaults
{
    private static readonly PortRange Dns = new(53);

    public static IEnumerable<Permission> Of(Network network, Host host) =>
        host.Zones.SelectMany(z => z.Attachment is not null ? OfWire(network, host, z) : host.Rootless is null ? OfZone(host, z) : OfRootlessZone(network, host, z));

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

    // Machines of the LAN like others: hosts judge what they send there, and nobody else does.
    private static IEnumerable<Permission> OfWire(Network network, Host host, Zone zone)
    {
        foreach (var (service, subnet) in zone.Services.SelectMany(s => zone.Subnets.Select(n => (s, n))))
        {
            var everybody = new Target.Everybody([.. OutsideWorld.Of(network, subnet.Family).Classes.Select(c => c.Party).Where(p => p is not Party.OfHost).Distinct()]);
            foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
            {
                yield return Unguarded(new Origin.Replicas(service), everybody);
                yield return Unguarded(new Origin.Blocks(Analysis.LanOf(network), []), new Target.Containers(service));

                Permission Unguarded(Origin from, Target to) =>
                    new(host, from, to, protocol, Analysis.AnyPort, Analysis.AnyPort, subnet.Family, Way.Unenforced, $"zones.{zone.Name}.attach");
            }
        }
    }
}
