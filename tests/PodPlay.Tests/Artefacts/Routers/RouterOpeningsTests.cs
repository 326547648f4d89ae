using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>What a router must open, from the public ports.</summary>
public sealed class RouterOpeningsTests
{
    [Fact]
    public void IPv4_is_forwarded_to_the_hosts_port() => Assert.Equal(
        ["tcp 80 -> 192.168.1.100:8080", "tcp 443 -> 192.168.1.100:8443", "tcp 9443 -> 192.168.1.100:9443"],
        Forwards().Where(f => f.Contains("192.168.1.100:8", StringComparison.Ordinal) || f.Contains(":9443", StringComparison.Ordinal)));

    [Fact]
    public void DNS_is_forwarded_by_both_protocols() => Assert.Equal(2, Forwards().Count(f => f.EndsWith(" 53 -> 192.168.1.100:53", StringComparison.Ordinal)));

    [Fact]
    public void A_range_that_stays_is_one_forward_and_one_that_moves_is_one_for_each_port()
    {
        Assert.Single(Forwards(), f => f == "udp 10000-10020 -> 192.168.1.101:10000-10020");
        Assert.Equal(
            ["udp 6000 -> 192.168.1.101:7000", "udp 6001 -> 192.168.1.101:7001", "udp 6002 -> 192.168.1.101:7002"],
            Forwards().Where(f => f.StartsWith("udp 600", StringComparison.Ordinal)));
    }

    [Fact]
    public void IPv6_is_let_through_to_the_routers_port_on_the_host() => Assert.Contains("tcp 80 2001:db8:1::100", Pinholes());

    [Fact]
    public void A_service_of_one_family_is_opened_for_that_family()
    {
        Assert.Contains(Forwards(), f => f.StartsWith("tcp 5100 ", StringComparison.Ordinal));
        Assert.DoesNotContain(Pinholes(), p => p.StartsWith("tcp 5100 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_for_sources_of_one_family_is_opened_for_that_family()
    {
        Assert.Contains("tcp 9443 -> 192.168.1.100:9443", Forwards());
        Assert.DoesNotContain(Pinholes(), p => p.StartsWith("tcp 9443 ", StringComparison.Ordinal));
    }

    // The host keeps 8404 for what it publishes there: led on, the caller would meet another service.
    [Fact]
    public void A_number_that_the_host_uses_for_something_else_is_not_opened_by_IPv6()
    {
        const string More = "  shop: { image: localhost/x:1.0.0, zone: dmz, public: { shop: 8403-8405 -> 9403-9405 -> 9403-9405, door: 22 -> 2222 -> 22 } }";

        Assert.Equal(["tcp 8403 2001:db8:1::100", "tcp 8405 2001:db8:1::100"], Pinholes(More).Where(p => p.StartsWith("tcp 84", StringComparison.Ordinal)));
        Assert.DoesNotContain(Pinholes(More), p => p.StartsWith("tcp 22 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_name_server_of_its_own_the_LAN_comes_by_the_outside() => Assert.All(Openings().Forwards, f => Assert.True(f.NeedsHairpin));

    // The name server tells the LAN the host's address, where the site's name leads to port 25 as outside, but to 8080 for 80.
    [Theory]
    [InlineData("example.com", false)]
    [InlineData("example.org", true)]
    [InlineData("podplay.internal", true)]
    public void With_a_name_server_for_its_names_the_LAN_comes_directly_except_to_other_numbers(string domain, bool hairpinForMail)
    {
        var built = new BuildNetwork();
        var zone = built.Zone(built.Host());
        var web = built.Service(zone, "web", with: p => p with { Ports = [BuildNetwork.Port("web", "http", Exposure.Public, 80, 8080, 80)] });
        built.Service(zone, "mail", 11, with: p => p with { Ports = [BuildNetwork.Port("mail", "smtp", Exposure.Public, 25, 25, 25)] });
        built.Service(zone, "dns", 12, with: p => p with { Ports = [BuildNetwork.Port("dns", "dns", Exposure.Lan, 53, 53, null, Protocol.Tcp, Protocol.Udp)], Resolves = [domain] });
        built.Certificate("www.example.com", web, web);

        var hairpins = RouterOpenings.Of(built.Build()).Forwards.Where(f => f.NeedsHairpin).Select(f => f.Port.Name);

        Assert.Equal(hairpinForMail ? ["smtp", "http"] : ["http"], hairpins);
    }

    // The name of a service gives one address for all of its ports: the router's, as soon as one of them has another number there.
    [Fact]
    public void A_service_with_one_moved_port_is_called_at_the_router_on_all_of_them()
    {
        var built = new BuildNetwork();
        var zone = built.Zone(built.Host());
        built.Service(zone, "web", with: p => p with { Ports = [BuildNetwork.Port("web", "http", Exposure.Public, 80, 8080, 80), BuildNetwork.Port("web", "chat", Exposure.Public, 5223, 5223, 5223)] });
        built.Service(zone, "dns", 12, with: p => p with { Ports = [BuildNetwork.Port("dns", "dns", Exposure.Lan, 53, 53, null, Protocol.Tcp, Protocol.Udp)], Resolves = ["example.com"] });

        Assert.Equal(["chat", "http"], RouterOpenings.Of(built.Build()).Forwards.Where(f => f.NeedsHairpin).Select(f => f.Port.Name).Order());
    }

    private static IEnumerable<string> Forwards(string more = "") => Openings(more).Forwards.Select(f => $"{f.Protocol.Word()} {f.Outside} -> {f.Host}:{f.Inside}");

    private static IEnumerable<string> Pinholes(string more = "") => Openings(more).Pinholes.Select(p => $"{p.Protocol.Word()} {p.Ports} {p.Host}");

    private static RouterOpenings Openings(string more = "") => RouterOpenings.Of(RouterSpecs.Network(RouterSpecs.Of("nftables", RouterSpecs.Fixed, more)));
}
