using PodPlay.Artefacts.Sysctl;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Tests.Artefacts.Sysctl;

public sealed class SysctlChecksTests
{
    [Theory]
    [InlineData("net.core.rmem_max", "8388608")]
    [InlineData("vm.swappiness", "10")]
    public void The_machine_s_keys_are_not_a_container_s(string key, string value) => Assert.Equal(["PP801"], OnService(key, value));

    [Theory]
    [InlineData("net.core.somaxconn", "4096")]
    [InlineData("net.ipv4.ip_unprivileged_port_start", "80")]
    [InlineData("kernel.shmmax", "1073741824")]
    public void Keys_of_a_namespace_are_a_container_s(string key, string value) => Assert.Empty(OnService(key, value));

    [Fact]
    public void On_the_host_network_the_network_s_keys_are_not_the_container_s() =>
        Assert.Equal(["PP801"], OnService("net.core.somaxconn", "4096", onHostNetwork: true));

    [Fact]
    public void A_comma_is_not_for_podman() => Assert.Equal(["PP808"], OnService("net.ipv4.ip_local_reserved_ports", "8080,9000"));

    [Fact]
    public void On_the_host_network_the_keys_of_IPC_still_are() => Assert.Empty(OnService("kernel.msgmax", "8192", onHostNetwork: true));

    [Fact]
    public void A_container_does_not_see_what_its_host_sets_for_programs() => Assert.Equal(["PP802"], OnHost("net.core.somaxconn", "8192"));

    [Fact]
    public void It_does_where_it_sets_the_same_itself() =>
        Assert.Empty(OnHost("net.core.somaxconn", "8192", new SysctlSetting("net/core/somaxconn", "8192", "services.web.sysctl.net/core/somaxconn")));

    [Theory]
    [InlineData("net.ipv4.conf.all.send_redirects", "0")]
    [InlineData("net.ipv4.tcp_rmem", "4096 131072 16777216")]
    [InlineData("net.core.rmem_max", "8388608")]
    public void What_routes_or_is_copied_is_no_concern_of_containers(string key, string value) => Assert.Empty(OnHost(key, value));

    [Theory]
    [InlineData("net.ipv4.ip_forward")]
    [InlineData("net.ipv6.conf.all.forwarding")]
    public void Forwarding_stays_on_where_there_are_zones(string key) => Assert.Equal(["PP803"], OnHost(key, "0"));

    [Fact]
    public void An_unknown_key_is_reported_with_what_may_have_been_meant()
    {
        var found = Find(HostWith("net.core.rmem_mx", "1"));

        Assert.Equal("PP805", found.Single().Code);
        Assert.Equal("did you mean net.core.rmem_max?", Assert.Single(found.Single().Fixes));
    }

    [Fact]
    public void A_value_out_of_range_is_reported_once() => Assert.Equal(["PP806"], OnHost("net.ipv4.ip_forward", "yes"));

    [Theory]
    [InlineData("net.core.rmem_max", "134217728", 1)]
    [InlineData("net.core.wmem_max", "134217728", 1)]
    [InlineData("net.ipv4.tcp_rmem", "4096 87380 134217728", 2)]
    [InlineData("net.ipv4.tcp_wmem", "4096 65536 134217728", 2)]
    public void Each_doubtful_part_of_the_original_description_is_named(string key, string value, int doubts) =>
        Assert.Equal(Enumerable.Repeat("PP807", doubts), OnHost(key, value));

    [Fact]
    public void Fast_open_is_doubtful_and_not_seen_by_containers() => Assert.Equal(["PP802", "PP807"], OnHost("net.ipv4.tcp_fastopen", "3"));

    private static string[] OnService(string key, string value, bool onHostNetwork = false)
    {
        var network = new NetworkBuilder();
        var main = network.Host("main", "192.168.1.100");
        var service = onHostNetwork
            ? network.OnHost("web", main, [], sysctl: [new(key, value, $"services.web.sysctl.{key}")])
            : network.Service("web", network.Zone("dmz", main, "172.20.1.0/24"), 10, [], sysctl: [new(key, value, $"services.web.sysctl.{key}")]);
        network.Build();
        var diagnostics = new DiagnosticBag();
        SysctlChecks.CheckService(service, Place, Place, diagnostics);
        return [.. diagnostics.ToSortedList().Select(d => d.Code)];
    }

    private static string[] OnHost(string key, string value, params SysctlSetting[] ofService) =>
        [.. Find(HostWith(key, value, ofService)).Select(d => d.Code)];

    private static Host HostWith(string key, string value, params SysctlSetting[] ofService)
    {
        var network = new NetworkBuilder();
        var main = network.Add(new Host { Name = "main", Addresses = [], Podman = PodmanVersion.Default, Sysctl = [new(key, value, $"hosts.main.sysctl.{key}")] });
        network.Service("web", network.Zone("dmz", main, EdgeNetwork.BothFamilies), 10, [], sysctl: ofService);
        network.Build();
        return main;
    }

    private static Diagnostic[] Find(Host host)
    {
        var diagnostics = new DiagnosticBag();
        SysctlChecks.CheckHost(host, Place, Place, diagnostics);
        return [.. diagnostics.ToSortedList()];
    }

    private static SourceSpan? Place(string path) => new SourceText("podplay.yaml", path).Span(0, path.Length);
}
