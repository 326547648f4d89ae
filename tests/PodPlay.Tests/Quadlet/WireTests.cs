using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Quadlet;

/// <summary>Zones on a wire, and devices: what the generator and podman 5.4.2 make of them.</summary>
public sealed class WireTests
{
    private const string Create = """
        mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit 1
        ip link add enp3s0f0v1 type bridge
        podman --storage-driver vfs --cgroup-manager cgroupfs "$@" >/dev/null || exit 1
        podman --storage-driver vfs --cgroup-manager cgroupfs network inspect podplay-wire --format '{{.Driver}} {{.NetworkInterface}} {{.Options}} {{.DNSEnabled}} {{range .Subnets}}{{.Subnet}} {{.Gateway}}{{end}}'
        """;

    private static Network Sample(string attach = "passthru") =>
        InMemory.Compile(InMemory.Text("fast-path").Replace("attach: passthru", $"attach: {attach}", StringComparison.Ordinal)).Network!;

    [ToolTheory(Debian.Trixie)]
    [InlineData("passthru", "macvlan enp3s0f0v1 map[mode:passthru] false 10.7.0.0/24 10.7.0.1")]
    [InlineData("macvlan", "macvlan enp3s0f0v1 map[] false 10.7.0.0/24 10.7.0.1")]
    [InlineData("ipvlan", "ipvlan enp3s0f0v1 map[] false 10.7.0.0/24 10.7.0.1")]
    public void Podman_makes_the_network_that_is_meant(string attach, string expected) => Assert.Equal(expected, Made(attach, w => w).Output.Trim());

    // The test of the tests: podman does look at these words.
    [ToolTheory(Debian.Trixie)]
    [InlineData("mode=passthru", "mode=passthrough", "unknown macvlan mode")]
    [InlineData("parent=enp3s0f0v1", "parent=enp3s0f0v9", "parent interface enp3s0f0v9 does not exist")]
    public void Other_words_are_refused(string word, string other, string complaint)
    {
        var result = Made("passthru", w => w == word ? other : w);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [ToolFact]
    public void A_container_on_the_wire_has_its_address_and_publishes_nothing()
    {
        var unit = Generated.Of(Sample(), "node").Unit("market.service");

        Assert.Equal(["podplay-wire:ip=10.7.0.60"], unit.Option("--network"));
        Assert.Empty(unit.Option("--publish"));
    }

    [ToolFact]
    public void A_card_comes_with_leave_to_lock_memory()
    {
        var unit = Generated.Of(Sample(), "node").Unit("router-daemon.service");

        Assert.Equal(["/dev/vfio/12", "/dev/vfio/vfio"], unit.Option("--device"));
        Assert.Equal(["memlock=-1:-1"], unit.Option("--ulimit"));
    }

    // To lift it the kernel wants CAP_SYS_RESOURCE, which a machine that tests may lack; a lower one needs nothing.
    [ToolFact]
    public void Podman_knows_the_limit_of_locked_memory()
    {
        Assert.Equal(0, PodmanRun.Create("--ulimit", "memlock=-1:-1").ExitCode);
        Assert.NotEqual(0, PodmanRun.Create("--ulimit", "memlocked=-1:-1").ExitCode);
        Assert.Matches("Max locked memory +65536 +65536", PodmanRun.InContainer(null, ["--network", "none", "--ulimit", "memlock=65536:65536"], "cat", "/proc/self/limits").Output);
    }

    private static ToolResult Made(string attach, Func<string, string> change)
    {
        var words = Generated.Of(Sample(attach), "node").Unit("wire-network.service").Words();
        return InRoot.Script(Debian.Trixie, null, Create, [.. words.Skip(1).Select(change)]);
    }
}
