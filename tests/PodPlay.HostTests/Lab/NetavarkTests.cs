using System.Text.RegularExpressions;
using PodPlay.Firewall;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Quadlet;

namespace PodPlay.Lab;

/// <summary>The lab calls netavark as podman does: what is installed then is, to the letter, what the generated units have podman install.</summary>
public sealed class NetavarkTests
{
    // Some of each kind: published over both families, both protocols and as a range, in one zone and another, and not at all.
    private static readonly string[] Containers = ["haproxy", "mail", "db", "monitoring"];

    private const string Listing = """
        nft -s list table inet netavark | sed 's/nv_[0-9a-f]\{8\}_/nv_/g'
        for bridge in $(ip -o link show type bridge | sed 's/^[0-9]*: \([^:]*\):.*/\1/' | sort); do
            ip -o address show dev $bridge scope global | sed 's/^[0-9]*: *//'
            sysctl net.ipv4.ip_forward net.ipv6.conf.all.forwarding net.ipv4.conf.$bridge.route_localnet net.ipv4.conf.$bridge.rp_filter
        done
        """;

    private const string ByPodman = """
        set -e
        ip address add 192.168.1.100/32 dev lo; ip address add 2001:db8:1::100/128 dev lo
        mount -t cgroup2 cgroup2 /sys/fs/cgroup
        mkdir -p /tmp/image/bin && for name in sh sleep; do cp /bin/busybox /tmp/image/bin/$name; done
        tar -C /tmp/image -c . | podman --storage-driver vfs import - localhost/test:1 >&2
        run() { podman --storage-driver vfs --cgroup-manager cgroupfs run -d --cgroups disabled "$@" localhost/test:1 sleep 600 >&2; }
        """;

    [ToolFact(Debian.Trixie)]
    public void The_labs_translations_are_podmans()
    {
        var network = Bench.Sample("seed");
        var output = Rendered.Tree(network);
        var host = network.Hosts.Single(h => h.Name == "main");
        var units = Generated.Of(output, host).Units.ToDictionary(u => u.Name, StringComparer.Ordinal);
        var replicas = Containers.Select(n => host.Services.SelectMany(s => s.Replicas).Single(r => r.Name == n)).ToList();

        var networks = replicas.Select(r => $"{r.Service.Zone!.Name}-network.service").Distinct().Select(n => Quoted(units[n].Words()));
        var runs = replicas.Select(r => Quoted(["run", "--name", r.Name, .. new[] { "--network", "--publish" }.SelectMany(o => units[$"{r.Name}.service"].Option(o).SelectMany(v => new[] { o, v }))]));
        var podman = InRoot.Script(Debian.Trixie, null, $"{ByPodman}\n{string.Join('\n', networks.Select(n => $"{n} >&2").Concat(runs))}\n{Listing}");
        Assert.True(podman.ExitCode == 0, podman.ToString());

        using var tree = TempTree.Of([.. replicas.Select(r => ($"lab/{r.Name}.json", Netavark.Of(output, r.Service.Zone!, r)))]);
        var calls = replicas.Select(r => $"ip netns add {r.Name}; {Netavark.Command("/run/netavark")} setup /run/netns/{r.Name} </lab/{r.Name}.json >&2");
        var direct = InRoot.Script(Debian.Trixie, tree.Root, $"set -e\n{string.Join('\n', calls)}\n{Listing}");
        Assert.True(direct.ExitCode == 0, direct.ToString());

        Assert.Contains("dnat ip to 172.20.1.10:80", podman.Output, StringComparison.Ordinal);
        Assert.Equal(Chains(podman.Output), Chains(direct.Output));
    }

    // Podman hands published ports over in an order of its own; each has its own rule, and none overlaps another.
    private static List<string> Chains(string listing) =>
        [.. Regex.Split(listing, "\n(?=\tchain |[0-9a-z])").Select(c => string.Join('\n', c.Trim('\n', '}', '\t').Split('\n').Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private static string Quoted(IEnumerable<string> words) => string.Join(' ', words.Select(w => $"'{w.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
