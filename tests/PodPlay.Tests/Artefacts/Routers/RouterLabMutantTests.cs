using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>The lab is worth something: a router that is broken on purpose lets something through, or loses something.</summary>
public sealed class RouterLabMutantTests
{
    [ToolTheory]
    [InlineData("outside4", "dport @forwarded_tcp counter accept", "dport @forwarded_tcp counter drop")]
    [InlineData("outside6", "tcp dport @open_main_tcp counter accept", "tcp dport 1-65535 counter accept")]
    [InlineData("direct4", "ct status dnat meta l4proto tcp ct original proto-dst . ip daddr . tcp dport @forwarded_tcp", "ip daddr 192.168.1.100 tcp dport { 8080, 25 }")]
    [InlineData("forged", "fib saddr oifname \"eth1\" counter drop", "fib saddr oifname \"eth2\" counter drop")]
    [InlineData("hairpin4", "oifname \"eth1\" ip saddr 192.168.1.0/24 ct status dnat masquerade", "oifname \"eth2\" ip saddr 192.168.1.0/24 ct status dnat masquerade")]
    public void What_is_broken_is_seen(string sweep, string right, string wrong)
    {
        var spec = RouterSpecs.Of("nftables", RouterSpecs.Fixed);
        var ruleset = RouterSpecs.Render(spec, "podplay-router.nft");
        Assert.Contains(right, ruleset, StringComparison.Ordinal);
        var network = RouterSpecs.Network(spec);
        var healthy = RouterLab.Of(Debian.Trixie, ruleset, network);
        var broken = RouterLab.Of(Debian.Trixie, ruleset.Replace(right, wrong, StringComparison.Ordinal), network);
        healthy.MustHaveRun();
        broken.MustHaveRun();

        Assert.NotEqual(healthy.Seen(sweep).Order(StringComparer.Ordinal), broken.Seen(sweep).Order(StringComparer.Ordinal));
    }
}
