using PodPlay.Samples;
using PodPlay.Diagnostics;
using PodPlay.Testing.Tools;

namespace PodPlay.Import;

/// <summary>Zones from what podman itself prints.</summary>
public sealed class NetworkImportTests
{
    private const string Make = """
        mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
        p() { podman --storage-driver vfs --cgroup-manager cgroupfs "$@"; }
        p network create --subnet 172.28.5.0/24 --internal back >/dev/null
        p network create --ipv6 --subnet 172.28.6.0/24 --subnet fd00:6::/64 --gateway 172.28.6.1 -o mtu=1400 Front_net >/dev/null
        p network create -d macvlan -o parent=lo --subnet 192.168.7.0/24 wire >/dev/null
        p network inspect podman back Front_net wire
        """;

    [ToolFact(Debian.Trixie)]
    public void What_podman_prints_becomes_zones()
    {
        var inspected = InRoot.Script(Debian.Trixie, null, Make);
        Assert.True(inspected.ExitCode == 0, inspected.ToString());
        var run = CliRun.Of(["import", "network", "-"], CliRun.Utf8(inspected.Output));
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("""

            zones:
              back:
                subnets: [172.28.5.0/24]
                egress: none
              front-net:
                subnets: [172.28.6.0/24, fd00:6::/64]
                egress: internet
              wire:
                subnets: [192.168.7.0/24]
                attach: macvlan
                parent: lo

            """, run.Out, StringComparison.Ordinal);
        Assert.Contains("the network podman is not carried over", run.Error, StringComparison.Ordinal);
        Assert.Contains("Front_net.options.mtu is not carried over", run.Error, StringComparison.Ordinal);
        Assert.Empty(Compiled.FindingsOf(run.Out).Open.Where(d => d.Severity == Severity.Error).Select(Expectation.Describe));
    }

    [Fact]
    public void Containers_are_remembered_with_their_addresses()
    {
        const string Text = """
            [ { "name": "dmz", "driver": "bridge", "internal": false, "dns_enabled": true,
                "subnets": [ { "subnet": "172.28.6.0/24", "gateway": "172.28.6.254", "lease_range": { "start_ip": "172.28.6.9" } } ],
                "containers": { "77af": { "name": "web", "interfaces": { "eth0": { "subnets": [ { "ipnet": "172.28.6.7/24", "gateway": "172.28.6.254" } ], "mac_address": "aa:bb:cc:dd:ee:ff" } } } } } ]
            """;
        var run = CliRun.Of(["import", "network", "-"], CliRun.Utf8(Text));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("# In dmz stands web, 172.28.6.7\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("the gateway 172.28.6.254 of dmz is not carried over", run.Error, StringComparison.Ordinal);
        Assert.Contains("the lease range of dmz is not carried over", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": \"dmz\"}", 1, 1)]
    [InlineData("[1]", 1, 2)]
    [InlineData("[{}]", 1, 2)]
    [InlineData("[\n  {\"name\": \"dmz\", \"subnets\": [{\"subnet\": \"172.28.6.0\"}]}]", 2, 42)]
    [InlineData("NETWORK ID  NAME\n", 1, 1)]
    public void What_podman_never_prints_is_an_error_with_its_place(string text, int line, int column)
    {
        var run = CliRun.Of(["import", "network", "-"], CliRun.Utf8(text));
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("error[PP826]", run.Error, StringComparison.Ordinal);
        Assert.Contains($"standard input:{line}:{column}\n", run.Error, StringComparison.Ordinal);
    }
}
