namespace PodPlay.Firewall.Mutants;

/// <summary>Faults before connection tracking, in our translations, and in what the host sends.</summary>
internal static class OtherMutants
{
    private const string Main = "seed/main";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("loopback guard forgotten", Main, Edit.In("chain raw_prerouting", Edit.Remove("ip daddr 127.0.0.0/8"))),
        new("loopback senders", Main, Edit.In("chain raw_prerouting", Edit.Remove("ip saddr 127.0.0.0/8"))),
        new("loopback guard stops the host itself", Main, Edit.In("chain raw_prerouting", Edit.Remove("iifname \"lo\""))),
        new("zone's addresses from outside", Main, Edit.In("chain raw_prerouting", Edit.Remove("@zone_nets4"))),
        new("zone's IPv6 addresses from outside", Main, Edit.In("chain raw_prerouting", Edit.Remove("@zone_nets6"))),
        new("guard against spoofing stops the zones", Main, Edit.In("chain raw_prerouting", Edit.Replace("iifname != @managed_if ip saddr", "ip saddr"))),
        new("impossible flags pass", Main, Edit.In("chain raw_prerouting", Edit.Remove("(fin | syn)"))),
        new("impossible flags test stops SYN", Main, Edit.In("chain raw_prerouting", Edit.Replace("(syn | rst) == (syn | rst)", "(syn | rst) == syn"))),
        new("router's port to the wrong container", Main, Edit.In("chain router_ports", Edit.Replace("[fd00:dead:beef:1::10]:80", "[fd00:dead:beef:1::11]:80"))),
        new("router's port to the wrong port", Main, Edit.In("chain router_ports", Edit.Replace("]:443", "]:80"))),
        new("router's port forgotten", Main, Edit.In("chain router_ports", Edit.Remove("tcp dport 443"))),
        new("router's port at any address", Main, Edit.In("chain router_ports", Edit.Replace("ip6 daddr 2001:db8:1::100 tcp dport 80", "tcp dport 80"))),
        new("router's port for zones too", Main, Edit.In("chain router_ports", Edit.Remove("iifname @managed_if"))),
        new("container users reach the zones", Main, Edit.In("chain output", Edit.Remove("ip daddr @zone_nets4"))),
        new("container users reach the zones over IPv6", Main, Edit.In("chain output", Edit.Remove("ip6 daddr @zone_nets6"))),
        new("subordinate users forgotten", Main, Edit.In("chain output", Edit.Replace("1000-59999, 100000-2000000000", "1000-59999"))),
        new("system users kept out", Main, Edit.In("chain output", Edit.Replace("1000-59999", "1-59999"))),
        new("answers of container users stopped", Main, Edit.In("chain output", Edit.Remove("established"))),
        new("host's flow forgotten", "ipv4-only/cellar", Edit.In("chain output", Edit.Remove("flows.cellar -> db"))),
        new("host's flow to any port", "ipv4-only/cellar", Edit.In("chain output", Edit.Replace("ip daddr @svc_db4 tcp dport 3306 ", "ip daddr @svc_db4 "))),
        new("translation behind netavark's", Main, Edit.In("chain router_ports", Edit.Replace("dstnat - 5", "dstnat + 5")))
        {
            Unseen = "for packets: netavark's tables are not in the ruleset",
        },
        new("guards behind connection tracking", Main, Edit.In("chain raw_prerouting", Edit.Replace("priority raw;", "priority mangle;")))
        {
            Unseen = "no packet changes its fate: it only costs an entry of the connection table",
        },
        new("bans forgotten", Main, Edit.Remove("@banned"))
        {
            Unseen = "for packets: who is banned is known at run time only",
        },
    ];
}
