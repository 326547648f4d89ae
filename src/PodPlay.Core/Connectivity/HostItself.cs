using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>What reaches the host's own programs, and what its own processes reach.</summary>
internal static class HostItself
{
    public static IEnumerable<Permission> Of(Network network, Host host)
    {
        if (host.Admin is { } admin)
        {
            // The router's address may stand for the internet: no administrator sits there.
            var origin = new Origin.Blocks(admin.From?.Blocks ?? Analysis.LanOf(network), network.Router.Addresses);
            foreach (var family in new[] { Family.IPv4, Family.IPv6 })
            {
                yield return new(host, origin, new Target.HostAddresses(host, null, []), Protocol.Tcp, new(admin.SshPort), new(admin.SshPort), family,
                    Way.HostPort, $"hosts.{host.Name}.admin");
            }
        }
        if (host.Rootless is not null)
            yield break;
        foreach (var family in new[] { Family.IPv4, Family.IPv6 }.Where(f => host.Zones.Any(z => z.Attachment is null && z.SubnetOf(f) is not null)))
        {
            foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
            {
                // Root's processes and those of system users are the host itself; only users of rootless containers are kept out.
                yield return new(host, new Origin.Processes(host), new Target.AllContainers(host), protocol, Analysis.AnyPort, Analysis.AnyPort, family,
                    Way.HostToContainer, $"hosts.{host.Name}");
            }
        }
    }
}
