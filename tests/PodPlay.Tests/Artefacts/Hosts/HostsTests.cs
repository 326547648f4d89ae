using PodPlay.Artefacts;
using PodPlay.Artefacts.Hosts;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Hosts;

public sealed class HostsTests
{
    [Fact]
    public void The_block_has_one_line_for_each_address_sorted_by_name() => Assert.Equal(
        """
        # BEGIN podplay
        # services.apache
        172.20.1.20 apache-1.podplay.internal apache-1 apache.podplay.internal apache web.podplay.internal web
        fd00:dead:beef:1::20 apache-1.podplay.internal apache-1 apache.podplay.internal apache web.podplay.internal web
        172.20.1.21 apache-2.podplay.internal apache-2 apache.podplay.internal apache web.podplay.internal web
        fd00:dead:beef:1::21 apache-2.podplay.internal apache-2 apache.podplay.internal apache web.podplay.internal web
        172.20.1.22 apache-3.podplay.internal apache-3 apache.podplay.internal apache web.podplay.internal web
        fd00:dead:beef:1::22 apache-3.podplay.internal apache-3 apache.podplay.internal apache web.podplay.internal web
        # services.dns
        192.168.1.100 dns.podplay.internal dns
        2001:db8:1::100 dns.podplay.internal dns
        # hosts.fast
        192.168.1.101 fast.podplay.internal fast
        # services.high-perf
        192.168.1.101 high-perf.podplay.internal high-perf
        # services.mail
        172.20.1.11 mail.podplay.internal mail
        fd00:dead:beef:1::11 mail.podplay.internal mail
        # END podplay

        """,
        Block("main"));

    [Fact]
    public void Another_host_is_met_at_its_own_addresses_and_only_where_it_publishes() => Assert.Equal(
        """
        # BEGIN podplay
        # services.accelerated
        172.20.4.10 accelerated.podplay.internal accelerated
        # services.dns
        192.168.1.100 dns.podplay.internal dns
        2001:db8:1::100 dns.podplay.internal dns
        # services.high-perf
        192.168.1.101 high-perf.podplay.internal high-perf
        # services.mail
        192.168.1.100 mail.podplay.internal mail
        2001:db8:1::100 mail.podplay.internal mail
        # hosts.main
        192.168.1.100 main.podplay.internal main
        2001:db8:1::100 main.podplay.internal main
        # END podplay

        """,
        Block("fast"));

    [Fact]
    public void Containers_of_a_rootless_host_are_met_at_the_ports_that_it_publishes()
    {
        var block = Block("main", new Rootless("web", 1001));

        Assert.Contains("192.168.1.100 mail.podplay.internal mail\n", block);
        Assert.DoesNotContain("apache", block);
    }

    [Fact]
    public void A_service_that_bears_the_name_of_its_host_has_no_line()
    {
        var network = new NetworkBuilder();
        network.Service("mail", network.Zone("dmz", network.Host("mail", "192.168.1.100"), "172.20.1.0/24"), 11, ["public smtp 25"]);

        Assert.DoesNotContain("172.20.1.11", Rendered.By(new HostsArtefact(), network.Build())["mail/etc/podplay/hosts"]);
    }

    [Fact]
    public void Containers_do_not_get_the_hosts_file_of_their_host() => Assert.Equal(
        ["[containers]", "base_hosts_file = \"none\""],
        Rendered.By(new HostsArtefact(), HostsNetworks.Build())["main/etc/containers/containers.conf.d/podplay.conf"]
            .Split('\n').Where(l => l.Length > 0 && l[0] != '#'));

    [Theory]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("a\n203.0.113.9 example.com")]
    [InlineData("")]
    public void What_is_no_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => Quote.HostsName(name));

    private static string Block(string host, Rootless? rootless = null)
    {
        var text = Rendered.By(new HostsArtefact(), HostsNetworks.Build(rootless))[$"{host}/etc/podplay/hosts"];
        return text[text.IndexOf("# BEGIN podplay\n", StringComparison.Ordinal)..];
    }
}
