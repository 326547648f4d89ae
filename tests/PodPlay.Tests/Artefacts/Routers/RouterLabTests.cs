using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>What the generated nftables router lets through, measured: exactly the forwards and pinholes of the model.</summary>
public sealed class RouterLabTests
{
    public static TheoryData<Debian, string> Routers() => new()
    {
        { Debian.Bookworm, RouterSpecs.Fixed },
        { Debian.Trixie, RouterSpecs.Fixed },
        { Debian.Trixie, RouterSpecs.Dynamic },
    };

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void From_the_internet_exactly_the_forwards_arrive(Debian debian, string publicAddress)
    {
        var (lab, openings, ports) = Run(debian, publicAddress);

        Assert.Equal(Arrivals(openings, ports, "203.0.113.9"), lab.Seen("outside4").Order(StringComparer.Ordinal));
        // The way back works, too. (At other ports the router itself refuses.)
        Assert.Superset(
            openings.Forwards.Where(f => f.Protocol == Protocol.Tcp).SelectMany(f => ports.Where(f.Outside.Contains)).ToHashSet(), lab.Answered("outside4").ToHashSet());
    }

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void By_IPv6_exactly_the_pinholes_arrive(Debian debian, string publicAddress)
    {
        var (lab, openings, ports) = Run(debian, publicAddress);
        var expected =
            from pinhole in openings.Pinholes
            from port in ports
            where pinhole.Ports.Contains(port)
            select $"{pinhole.Service.Host.Name} {pinhole.Protocol.Word()} . {pinhole.Host} . {port} . 2001:db8:ff::9";

        Assert.Equal(expected.Order(StringComparer.Ordinal), lab.Seen("outside6").Order(StringComparer.Ordinal));
        Assert.NotEmpty(lab.Answered("outside6-100"));
        Assert.Empty(lab.Answered("outside6-50"));
        Assert.Contains(8080, lab.Silent("outside6-100"));
    }

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void Nobody_gets_around_the_translation(Debian debian, string publicAddress) => Assert.Empty(Run(debian, publicAddress).Lab.Seen("direct4"));

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void A_source_on_the_LAN_does_not_come_from_outside(Debian debian, string publicAddress) => Assert.Empty(Run(debian, publicAddress).Lab.Seen("forged"));

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void The_LAN_reaches_the_hosts_by_the_public_address(Debian debian, string publicAddress)
    {
        var (lab, openings, ports) = Run(debian, publicAddress);

        Assert.Equal(Arrivals(openings, ports, "192.168.1.1"), lab.Seen("hairpin4").Order(StringComparer.Ordinal));
        Assert.Equal(lab.Answered("outside4").Order(), lab.Answered("hairpin4").Order());
    }

    [ToolTheory]
    [MemberData(nameof(Routers))]
    public void The_LAN_reaches_the_internet_under_the_routers_address(Debian debian, string publicAddress) => Assert.Equal(
        [
            "internet tcp . 2001:db8:ff::9 . 7 . 2001:db8:1::50",
            "internet tcp . 203.0.113.9 . 7 . 203.0.113.1",
            "internet udp . 2001:db8:ff::9 . 7 . 2001:db8:1::50",
            "internet udp . 203.0.113.9 . 7 . 203.0.113.1",
        ],
        Run(debian, publicAddress).Lab.Seen("out").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Arrivals(RouterOpenings openings, IReadOnlyList<int> ports, string from) =>
        (from forward in openings.Forwards
         from port in ports
         where forward.Outside.Contains(port)
         select $"{forward.Service.Host.Name} {forward.Protocol.Word()} . {forward.Host} . {forward.Inside.First + port - forward.Outside.First} . {from}")
        .Order(StringComparer.Ordinal);

    private static (RouterLab Lab, RouterOpenings Openings, IReadOnlyList<int> Ports) Run(Debian debian, string publicAddress)
    {
        var spec = RouterSpecs.Of("nftables", publicAddress);
        var network = RouterSpecs.Network(spec);
        var lab = RouterLab.Of(debian, RouterSpecs.Render(spec, "podplay-router.nft"), network);
        lab.MustHaveRun();
        return (lab, RouterOpenings.Of(network), [.. RouterLab.Ports(network)]);
    }
}
