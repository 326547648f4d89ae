using static PodPlay.Tests.Artefacts.Nftables.FirewallSpecs;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>Which rule stands where, and why.</summary>
public sealed class RulesetTextTests
{
    private static readonly string Main = Ruleset.Of(Wide);

    [Fact]
    public void A_public_port_is_keyed_by_called_port_container_and_its_port() => Assert.Contains(
        "8080 . 172.20.1.10 . 80 comment \"services.web.public.http\" : goto pub_web,", Map("pub_any_tcp4"));

    [Fact]
    public void Over_IPv6_the_routers_port_is_open_too() => Assert.Contains(
        "80 . fd00:1::10 . 80 comment \"services.web.public.http\" : goto pub_web,", Map("pub_any_tcp6"));

    [Fact]
    public void Over_IPv6_the_routers_port_is_led_to_the_container() => Assert.Contains(
        "ip6 daddr 2001:db8:1::100 tcp dport 80 dnat ip6 to [fd00:1::10]:80 comment \"services.web.public.http\"", Chain("router_ports"));

    [Fact]
    public void A_range_of_router_ports_is_led_port_by_port() => Assert.Contains(
        "ip6 daddr 2001:db8:1::100 udp dport 6003 dnat ip6 to [fd00:1::10]:8003 comment \"services.web.public.rtp\"", Chain("router_ports"));

    [Fact]
    public void A_rootless_service_is_led_to_the_hosts_own_port() => Assert.Contains(
        "ip6 daddr 2001:db8:1::102 tcp dport 8081 dnat ip6 to [2001:db8:1::102]:8082 comment \"services.pages.public.http\"",
        Ruleset.Block(Ruleset.Of(Wide, "user"), "chain router_ports")!);

    [Fact]
    public void A_range_is_one_element() =>
        Assert.Contains("7000-7003 . 172.20.1.10 . 8000-8003 comment \"services.web.public.rtp\" : goto pub_web,", Map("pub_any_udp4"));

    [Fact]
    public void Only_a_map_with_ranges_is_a_tree()
    {
        Assert.Contains("flags interval", Map("pub_any_udp4"));
        Assert.DoesNotContain("flags interval", Map("pub_any_tcp4"));
    }

    [Fact]
    public void A_port_for_a_source_is_asked_for_behind_the_source()
    {
        Assert.Contains("5433 . 172.20.2.10 . 5433 comment \"services.db.lan.replication\" : goto pub_db,", Map("pub_src_office_tcp4"));
        Assert.Contains(
            "ip saddr @src_office4 meta l4proto tcp ct original proto-dst . ip daddr . tcp dport vmap @pub_src_office_tcp4", Chain("published"));
    }

    [Fact]
    public void A_caller_on_another_host_comes_with_that_hosts_address()
    {
        Assert.Contains("5433 . 172.20.2.10 . 5433 comment \"flows.fast -> db\" : goto pub_db,", Map("pub_peer_fast_tcp4"));
        Assert.Contains("5433 . 172.20.2.10 . 5433 comment \"flows.pages -> db\" : goto pub_db,", Map("pub_peer_user_tcp4"));
    }

    [Fact]
    public void A_zone_without_egress_still_reaches_a_declared_callee_on_another_host() => Assert.Contains(
        "iifname \"pp-internal\" ip daddr 192.168.1.101 tcp dport 9100 counter name out_internal accept comment \"flows.internal -> compute\"", Chain("egress"));

    [Fact]
    public void A_zone_without_egress_reaches_the_declared_ports_of_the_internet() => Assert.Contains(
        "iifname \"pp-internal\" tcp dport { 25, 53, 8000-8010 } counter name out_internal accept comment \"flows.internal -> internet\"", Chain("egress"));

    [Fact]
    public void Private_space_is_refused_before_any_egress()
    {
        var egress = Chain("egress");

        Assert.True(Array.IndexOf(egress, "ip daddr @private4 goto refuse_egress") < Array.IndexOf(egress, "iifname \"pp-dmz\" counter name out_dmz accept comment \"zones.dmz.egress\""));
        Assert.True(egress.Contains("ip daddr @private4 goto refuse_egress"));
    }

    [Fact]
    public void A_flow_is_one_rule_for_each_family_and_protocol_behind_the_callees_chain() => Assert.Equal(
        [
            "ip saddr @svc_high-perf4 tcp dport 5432 counter name to_db accept comment \"flows.high-perf -> db\"",
            "ip6 saddr @svc_high-perf6 tcp dport 5432 counter name to_db accept comment \"flows.high-perf -> db\"",
        ],
        Chain("to_db").Where(l => l.Contains("flows.high-perf", StringComparison.Ordinal)));

    [Fact]
    public void A_zones_flow_is_the_zones_bridge() => Assert.Contains(
        "iifname \"pp-dmz\" tcp dport 5432 counter name to_db accept comment \"flows.dmz -> db\"", Chain("to_db"));

    [Fact]
    public void A_flow_to_a_program_of_the_host_is_judged_at_input_for_each_of_its_addresses() => Assert.Contains(
        "ip saddr @svc_web4 ip daddr { 192.168.1.100, 192.168.1.110 } udp dport 53 counter name host_names accept comment \"flows.web -> names\"", Chain("input_zone"));

    [Fact]
    public void The_hosts_own_flows_stand_before_the_rule_against_rootless_users()
    {
        var output = Chain("output");

        Assert.Contains("ip daddr @svc_db4 tcp dport 5432 counter name to_db accept comment \"flows.main -> db\"", output);
        Assert.Contains("ip6 daddr @svc_db6 tcp dport 5432 counter name to_db accept comment \"flows.voip -> db\"", output);
        Assert.StartsWith("ip6 daddr @zone_nets6 meta skuid", output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void On_one_bridge_UDP_is_allowed_in_both_directions()
    {
        var rules = Ruleset.Block(Main, "chain same_zone", "bridge podplay")!;

        Assert.Contains("ip saddr @svc_web4 ip daddr @svc_high-perf4 udp dport 9000 counter name to_high-perf accept comment \"flows.web -> high-perf\"", rules);
        Assert.Contains("ip saddr @svc_high-perf4 ip daddr @svc_web4 udp sport 9000 counter name to_high-perf accept comment \"flows.web -> high-perf (answers)\"", rules);
        Assert.Contains("ip6 saddr fd00:1::/64 ip6 daddr @svc_high-perf6 tcp dport 9000 counter name to_high-perf accept comment \"flows.dmz -> high-perf\"", rules);
    }

    [Fact]
    public void The_router_is_no_administrator() => Assert.Contains(
        "ip saddr @src_admin4 ip saddr != @router4 tcp dport 2222 counter name ssh accept comment \"hosts.main.admin\"", Chain("input_outside"));

    [Fact]
    public void Without_an_admin_entry_ssh_is_open_to_the_LAN() => Assert.Contains(
        "ip saddr @lan4 tcp dport 22 counter name ssh accept comment \"hosts.main.admin\"", Ruleset.Block(Ruleset.Of(Small), "chain input_outside")!);

    [Fact]
    public void A_resolver_is_keyed_by_its_bridge() => Assert.Contains("\"pp-internal\" . 172.20.2.1,", Ruleset.Block(Main, "set resolver4")!);

    [Fact]
    public void Limits_stand_before_the_accept() =>
        Assert.Equal(["jump limit_web", "counter name pub_web accept comment \"services.web\""], Chain("pub_web"));

    [Fact]
    public void Blocks_that_lie_in_others_are_left_out_of_a_set() =>
        Assert.DoesNotContain("198.51.100.7,", Ruleset.Block(Main, "set src_office4")!);

    [Fact]
    public void A_host_without_zones_has_neither_forward_rules_nor_a_bridge_table()
    {
        var fast = Ruleset.Of(Wide, "fast");

        Assert.Null(Ruleset.Block(fast, "chain forward"));
        Assert.DoesNotContain("table bridge podplay {", fast, StringComparison.Ordinal);
        Assert.Contains("delete table bridge podplay\n", fast, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zones_of_a_rootless_user_are_not_the_hosts()
    {
        var user = Ruleset.Of(Wide, "user");

        Assert.DoesNotContain("pp-mine", user, StringComparison.Ordinal);
        Assert.Contains("8082 comment \"services.pages.public.http\" : goto host_pages,", Ruleset.Block(user, "map host_any_tcp")!);
    }

    [Fact]
    public void A_host_without_IPv6_answers_to_nothing_but_ssh_over_IPv6()
    {
        var spec = Small.Replace("zone: dmz\n    at: 10\n", "network: host\n", StringComparison.Ordinal);

        Assert.Equal("meta nfproto ipv6 goto refuse_input", Ruleset.Block(Ruleset.Of(spec), "chain host_app")![0]);
    }

    [Fact]
    public void Every_rule_that_accepts_says_why() => Assert.All(
        Main.Split('\n').Where(l => l.Contains(" accept", StringComparison.Ordinal) && !l.Contains("vmap", StringComparison.Ordinal) && !l.TrimStart().StartsWith('#') && !l.Contains("policy accept", StringComparison.Ordinal)),
        line => Assert.Contains("accept comment \"", line, StringComparison.Ordinal));

    [Fact]
    public void Every_chain_ends_in_a_decision()
    {
        // Those that are jumped to return on purpose: ping and limits, raw_prerouting and output have the policy accept.
        string[] returning = ["icmp4", "icmp6", "limit_web", "limit_voip", "raw_prerouting", "router_ports", "output", "banned"];
        var lines = Main.Split('\n');
        var ends = lines.Index().Where(l => l.Item.StartsWith("\tchain ", StringComparison.Ordinal))
            .Select(l => (Name: l.Item.Split(' ')[1], Last: lines[Array.IndexOf(lines, "\t}", l.Index) - 1].Trim()))
            .Where(c => !returning.Contains(c.Name) && !c.Last.StartsWith("iifname \"veth*\"", StringComparison.Ordinal));

        Assert.All(ends, e => Assert.True(
            e.Last.StartsWith("goto refuse_", StringComparison.Ordinal) || e.Last.EndsWith(" drop", StringComparison.Ordinal) || e.Last is "goto input_outside"
            || e.Last.Contains(" reject with ", StringComparison.Ordinal) || e.Last.StartsWith("counter name ", StringComparison.Ordinal) && e.Last.Contains(" accept comment ", StringComparison.Ordinal),
            $"{e.Name}: {e.Last}"));
    }

    private static string[] Map(string name) => Ruleset.Block(Main, $"map {name}")!;

    private static string[] Chain(string name) => Ruleset.Block(Main, $"chain {name}")!;
}
