using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>What a machine of the LAN meets at the addresses that a public name gives there: PP507 and PP530 are true, and their cure helps.</summary>
public sealed class InsideLabTests
{
    // 503: the balancer's own page, since no server stands behind it here.
    [ToolFact(Debian.Trixie)]
    public void Moved_ports_come_by_the_router_and_ports_of_the_LAN_by_IPv6_alone()
    {
        var lab = new InsideLab(keepsPorts: false);
        Assert.Equal("203.0.113.1 2001:db8:1::100", lab["told"]);
        Assert.Equal("503 503", lab["site"]);
        Assert.Equal("192.168.1.1 2001:db8:1::50", lab["seen"]);
        Assert.Equal("000 200", lab["intern"]);
        Assert.Equal("200 200", lab["by-inner-name"]);
        Assert.Equal("000", lab["without-hairpin"]);
    }

    [ToolFact(Debian.Trixie)]
    public void Where_numbers_are_kept_the_host_itself_answers_on_all_ports()
    {
        var lab = new InsideLab(keepsPorts: true);
        Assert.Equal("192.168.1.100 2001:db8:1::100", lab["told"]);
        Assert.Equal("503 503", lab["site"]);
        Assert.Equal("192.168.1.50 2001:db8:1::50", lab["seen"]);
        Assert.Equal("200 200", lab["intern"]);
        Assert.Equal("200 200", lab["by-inner-name"]);
        Assert.Equal("503", lab["without-hairpin"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_finding_says_which_of_them(bool keepsPorts) =>
        Assert.Equal(!keepsPorts, InMemory.Compile(InsideLab.SpecOf(keepsPorts)).Findings.Open.Any(d => d.Code == "PP530"));
}
