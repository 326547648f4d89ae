using PodPlay.Firewall.Packets;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Firewall;

/// <summary>The evaluator by itself: what becomes of one packet, TCP from 192.168.1.77 to port 80 of the host, new, by way of the uplink.</summary>
public sealed class EvaluatorTests
{
    [ToolTheory]
    [InlineData("tcp dport 80 accept", "", "accepted")]
    [InlineData("tcp dport 81 accept", "", "dropped")]
    [InlineData("tcp dport 70-90 accept", "", "accepted")]
    [InlineData("tcp dport != { 22, 443 } accept", "", "accepted")]
    [InlineData("th dport 80 accept", "", "accepted")]
    // What the listing leaves out, for != too: these ask for a packet of their own kind.
    [InlineData("udp dport != 22 accept", "", "dropped")]
    [InlineData("ip6 saddr != fe80::/10 accept", "", "dropped")]
    [InlineData("icmp type != echo-request accept", "", "dropped")]
    [InlineData("ip saddr . tcp dport { 192.168.1.0/24 . 80 } accept", "", "accepted")]
    [InlineData("iifname . ip saddr != { \"pp-dmz\" . 192.168.1.77 } accept", "", "accepted")]
    [InlineData("iifname \"up*\" accept", "", "accepted")]
    [InlineData("iifname { \"eth7\", \"eth8\" } accept", "", "dropped")]
    [InlineData("ct state vmap { established : accept, new : jump a }", "accept", "accepted")]
    [InlineData("ct state { established, related } accept", "", "dropped")]
    [InlineData("ct status dnat accept", "", "dropped")]
    [InlineData("tcp flags & (syn | ack) == syn accept", "", "accepted")]
    [InlineData("tcp flags & (syn | ack) != syn accept", "", "dropped")]
    [InlineData("tcp flags syn accept", "", "accepted")]
    [InlineData("tcp dport vmap { 79 : drop, 80 : accept }", "", "accepted")]
    [InlineData("reject", "", "dropped")]
    // Chains.
    [InlineData("jump a; accept", "return", "accepted")]
    [InlineData("jump a; accept", "drop", "dropped")]
    [InlineData("goto a; accept", "return", "dropped")]
    [InlineData("jump a; accept", "goto b; drop", "accepted")]
    [InlineData("goto a; accept", "goto b; accept", "dropped")]
    // What cannot be decided may be either.
    [InlineData("meta mark 5 accept", "", "either")]
    [InlineData("meta mark 5 drop; accept", "", "either")]
    [InlineData("fib daddr type local accept", "", "either")]
    [InlineData("limit rate 5/second accept", "", "either")]
    [InlineData("limit rate 5/second log prefix \"x\"; accept", "", "accepted")]
    [InlineData("ct count over 5 drop; accept", "", "either")]
    [InlineData("add @seen { ip saddr limit rate over 5/second } drop; accept", "", "either")]
    [InlineData("add @seen { ip saddr }; accept", "", "accepted")]
    [InlineData("ip saddr @seen accept", "", "either")]
    [InlineData("meta mark 5 tcp dport 81 accept", "", "dropped")]
    public void A_packet_meets_its_fate(string rules, string chain, string fate) => Assert.Equal(fate, FateOf(rules, chain));

    // Two chains on one hook: what one of them drops is dropped.
    [ToolTheory]
    [InlineData("accept", "drop", "dropped")]
    [InlineData("accept", "meta mark 5 drop", "either")]
    [InlineData("accept", "accept", "accepted")]
    public void All_chains_of_a_hook_have_to_accept(string first, string second, string fate) =>
        Assert.Equal(fate, FateOf($"{first}\n}}\nchain second {{ type filter hook input priority 10; policy accept;\n{second}", ""));

    [ToolFact]
    public void A_statement_of_an_unknown_kind_is_no_guess() =>
        Assert.Throws<NotSupportedException>(() => FateOf("meta mark set 5; accept", ""));

    private static string FateOf(string rules, string chain)
    {
        var ruleset = $$"""
            table inet t {
            set seen { type ipv4_addr; size 100; flags dynamic; }
            chain b {
            }
            chain a {
            {{chain}}
            }
            chain first {
            type filter hook input priority 0; policy drop;
            {{rules}}
            }
            }
            """;
        var network = Bench.Sample("seed");
        var host = network.Hosts.Single(h => h.Name == "main");
        var model = new HostModel(network, host, Listings.OfValid([ruleset])[0], Family.IPv4, scope => [Packet(scope.Interfaces)]);
        var outcome = model.Run(HookName.Input, model.Space.BoxesOf([Packet(model.Scope.Interfaces)], true), false);
        return (outcome.Accepted.Count > 0, outcome.Dropped.Count > 0) switch
        {
            (true, true) => "either",
            (true, false) => "accepted",
            _ => "dropped",
        };
    }

    private static Region Packet(Interfaces interfaces)
    {
        var source = Address.Parse("192.168.1.77")!.Value.Value;
        var target = Address.Parse("192.168.1.100")!.Value.Value;
        return HostModel.Translated(false)
            .With(Field.InInterface, interfaces.Named("uplink"))
            .With(Field.Source, ValueSet.Range(source, source))
            .With(Field.Destination, ValueSet.Range(target, target))
            .With(Field.Protocol, Universe.Tcp).With(Field.Port, 80).With(Field.CalledPort, 80).With(Field.SourcePort, 50000)
            .With(Field.Flags, Universe.Syn).With(Field.State, 8).With(Field.HopLimit, 64).With(Field.Fragment, 0).With(Field.IcmpType, 0)
            .With(Field.User, ValueSet.Range(Universe.Nobody, Universe.Nobody));
    }
}
