using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Hosts;

/// <summary>Two hosts with a service of each kind.</summary>
internal static class HostsNetworks
{
    public static Network Build(Rootless? rootless = null)
    {
        var network = new NetworkBuilder();
        var main = network.Add(new Host
        {
            Name = "main",
            Addresses = NetworkBuilder.Addresses("192.168.1.100", "2001:db8:1::100", "192.168.1.200"),
            Podman = PodmanVersion.Default,
            Rootless = rootless,
        });
        var fast = network.Host("fast", "192.168.1.101");
        var dmz = network.Zone("dmz", main, EdgeNetwork.BothFamilies);
        var accel = network.Zone("accel", fast, "172.20.4.0/24");
        network.Service("apache", dmz, 20, ["private http 80"], 3, aliases: ["web"]);
        network.Service("mail", dmz, 11, ["public smtp 25 -> 2525 -> 25"]);
        network.OnHost("dns", main, ["public dns 53/tcp+udp"]);
        network.Service("accelerated", accel, 10, ["private rpc 9000"]);
        network.OnHost("high-perf", fast, ["lan rpc 9000"]);
        return network.Build();
    }
}
