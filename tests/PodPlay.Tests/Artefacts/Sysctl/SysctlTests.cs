using PodPlay.Artefacts;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Sysctl;

public sealed class SysctlTests
{
    [Fact]
    public void A_host_with_zones_forwards_and_is_no_router_for_the_LAN() => Assert.Equal(
        [
            "net.ipv4.ip_forward = 1", "net.ipv6.conf.all.forwarding = 1", "net.ipv6.conf.enp1s0.accept_ra = 2", "net.ipv4.conf.default.rp_filter = 2",
            "net.ipv4.conf.all.accept_redirects = 0", "net.ipv6.conf.all.accept_redirects = 0", "net.ipv4.conf.all.send_redirects = 0",
            "net.ipv4.conf.all.accept_source_route = 0",
        ],
        Settings(Network(new Host { Name = "main", Addresses = [], Podman = PodmanVersion.Default, Uplink = "enp1s0" })));

    [Fact]
    public void Without_an_IPv6_zone_nothing_is_said_about_IPv6_routes() =>
        Assert.DoesNotContain(Settings(Network(HostMain(), "172.20.1.0/24")), s => s.Contains("ipv6.conf.all.forwarding", StringComparison.Ordinal) || s.Contains("accept_ra", StringComparison.Ordinal));

    [Fact]
    public void An_interface_with_a_dot_is_written_with_slashes() => Assert.Contains(
        "net/ipv6/conf/enp1s0.5/accept_ra = 2",
        Settings(Network(new Host { Name = "main", Addresses = [], Podman = PodmanVersion.Default, Uplink = "enp1s0.5" })));

    [Fact]
    public void A_rootless_host_gets_only_what_its_spec_says()
    {
        var rootless = new Rootless("web", 1001);
        var silent = new Host { Name = "main", Addresses = [], Podman = PodmanVersion.Default, Rootless = rootless };
        var asking = new Host { Name = "main", Addresses = [], Podman = PodmanVersion.Default, Rootless = rootless, Sysctl = [Set("net.ipv4.ip_unprivileged_port_start", "80")] };

        Assert.Empty(Rendered.By(new SysctlArtefact(), Network(silent)));
        Assert.Equal(["net.ipv4.ip_unprivileged_port_start = 80"], Settings(Network(asking)));
    }

    [Fact]
    public void The_spec_has_the_last_word_whatever_spelling_it_uses()
    {
        var settings = Settings(Network(HostMain(tuned: true, Set("net/ipv4/conf/default/rp_filter", "0"), Set("net.core.rmem_max", "4194304"))));

        Assert.Contains("net.ipv4.conf.default.rp_filter = 0", settings);
        Assert.Contains("net.core.rmem_max = 4194304", settings);
        Assert.DoesNotContain("net.core.rmem_max = 8388608", settings);
        Assert.DoesNotContain("net.ipv4.conf.default.rp_filter = 2", settings);
    }

    [Fact]
    public void The_preset_is_the_reviewed_form_of_four_keys() => Assert.Equal(
        ["net.core.rmem_max = 8388608", "net.core.wmem_max = 8388608", "net.ipv4.tcp_rmem = 4096 131072 16777216", "net.ipv4.tcp_wmem = 4096 16384 16777216"],
        Settings(Network(HostMain(tuned: true))).Where(s => s.Contains("mem", StringComparison.Ordinal)));

    [Fact]
    public void Reason_and_doubt_stand_above_the_key() => Assert.Contains(
        """
        # hosts.main.sysctl.net.ipv4.tcp_rmem: bounds of TCP's receive buffer: least, at the start, most; new namespaces get a copy.
        # But: the middle value is less than today's default 131072 (87380 was that of kernels before 4.20).
        # But: the last value is bounded by net.ipv4.tcp_mem alone; 16777216 covers 1 Gbit/s over 130 ms.
        net.ipv4.tcp_rmem = 4096 87380 134217728

        """,
        Text(Network(HostMain(tuned: false, Set("net.ipv4.tcp_rmem", " 4096\t87380  134217728")))));

    [Fact]
    public void A_comment_never_stands_behind_a_value() =>
        Assert.DoesNotContain(Settings(Network(HostMain(tuned: true))), s => s.Contains('#', StringComparison.Ordinal));

    [Fact]
    public void A_key_of_a_module_has_the_module_loaded_before()
    {
        var files = Rendered.By(new SysctlArtefact(), Network(HostMain(tuned: false, Set("net.netfilter.nf_conntrack_max", "131072"), Set("net.netfilter.nf_conntrack_udp_timeout", "60"))));

        Assert.EndsWith("\n# hosts.main.sysctl.net.netfilter.nf_conntrack_max, hosts.main.sysctl.net.netfilter.nf_conntrack_udp_timeout\nnf_conntrack\n", files["main/etc/modules-load.d/podplay.conf"]);
    }

    [Fact]
    public void A_module_that_is_not_podplay_s_to_load_makes_its_keys_optional()
    {
        var files = Rendered.By(new SysctlArtefact(), Network(HostMain(tuned: false, Set("net.bridge.bridge-nf-call-iptables", "0"))));

        Assert.Contains("\n-net.bridge.bridge-nf-call-iptables = 0\n", files["main/etc/sysctl.d/90-podplay.conf"]);
        Assert.DoesNotContain("main/etc/modules-load.d/podplay.conf", files.Keys);
    }

    [Theory]
    [InlineData("1\nkernel.panic = 1")]
    [InlineData("1\r2")]
    [InlineData(" ")]
    public void A_value_of_more_than_a_line_is_refused(string value) => Assert.Throws<ArgumentException>(() => Quote.SysctlValue(value));

    private static SysctlSetting Set(string key, string value) => new(key, value, $"hosts.main.sysctl.{key}");

    private static Host HostMain(bool tuned = false, params SysctlSetting[] settings) =>
        new() { Name = "main", Addresses = [], Podman = PodmanVersion.Default, TunedForThroughput = tuned, Sysctl = [.. settings] };

    private static Network Network(Host host, params string[] subnets)
    {
        var network = new NetworkBuilder();
        network.Zone("dmz", network.Add(host), subnets.Length > 0 ? subnets : EdgeNetwork.BothFamilies);
        return network.Build();
    }

    private static string Text(Network network) => Rendered.By(new SysctlArtefact(), network)["main/etc/sysctl.d/90-podplay.conf"];

    private static string[] Settings(Network network) => [.. Text(network).Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
}
