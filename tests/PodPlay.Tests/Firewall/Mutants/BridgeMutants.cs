namespace PodPlay.Firewall.Mutants;

/// <summary>Faults in what passes between containers of one bridge.</summary>
internal static class BridgeMutants
{
    private const string Main = "seed/main";
    private const string Wide = "wide/main";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("bridge table forgotten", Main, text => text[..text.LastIndexOf("\ntable bridge podplay {", StringComparison.Ordinal)] + "\n"),
        new("undeclared traffic accepted", Main, Edit.InBridge("chain same_zone", Edit.Replace("counter name drop_bridge drop", "counter name drop_bridge accept"))),
        new("policy and end accept", Main, Edit.InBridge("chain same_zone", Edit.Remove("drop_bridge"))),
        new("zone forgotten", Main, Edit.InBridge("set zone_nets4", Edit.Remove("172.20.2.0/24"))),
        new("IPv6 forgotten", Main, Edit.InBridge("chain forward", Edit.Both(Edit.Remove("ip6 saddr @zone"), Edit.Remove("ip6 daddr @zone")))),
        new("judged by the sender only", Main, Edit.InBridge("chain forward", Edit.Remove("ip daddr @zone"))),
        new("link-local senders", Main, Edit.InBridge("chain forward", Edit.Remove("ip6 saddr fe80::/10"))),
        new("link-local targets", Main, Edit.InBridge("chain forward", Edit.Remove("ip6 daddr fe80::/10"))),
        new("link-local dropped on foreign ports too", Main, Edit.InBridge("chain forward", Edit.Replace("iifname \"veth*\" oifname \"veth*\" ip6 saddr", "ip6 saddr"))),
        new("neighbour discovery forgotten", Main, Edit.InBridge("chain forward", Edit.Remove("nd-neighbor"))),
        new("neighbour discovery with any hop limit", Main, Edit.InBridge("chain forward", Edit.Replace(" ip6 hoplimit 255", ""))),
        new("every TCP packet passes", Main, Edit.InBridge("chain same_zone", Edit.Replace("tcp flags & (syn | ack) != syn", "meta l4proto tcp"))),
        new("open connections stopped, new ones pass", Main, Edit.InBridge("chain same_zone", Edit.Replace("!= syn", "== syn"))),
        new("SYN with another flag passes", Main, Edit.InBridge("chain same_zone", Edit.Replace("tcp flags & (syn | ack) != syn", "tcp flags != syn"))),
        new("open connections forgotten", Main, Edit.InBridge("chain same_zone", Edit.Remove("tcp flags"))),
        new("further fragments forgotten", Main, Edit.InBridge("chain same_zone", Edit.Remove("ip frag-off"))),
        new("first fragments pass for further ones", Main, Edit.InBridge("chain same_zone", Edit.Replace("ip frag-off & 0x1fff != 0", "ip frag-off & 0x1fff == 0"))),
        new("ICMP errors forgotten", Main, Edit.InBridge("chain same_zone", Edit.Remove("icmp type"))),
        new("every ICMPv6 passes", Main, Edit.InBridge("chain same_zone", Edit.Replace("icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, parameter-problem }", "meta l4proto icmpv6"))),
        new("flow without its callee", Main, Edit.InBridge("chain same_zone", Edit.Replace("ip daddr @svc_mail4 ", ""))),
        new("flow in the wrong direction", Main, Edit.InBridge("chain same_zone", Edit.Replace("ip saddr @svc_apache4 ip daddr @svc_mail4", "ip daddr @svc_apache4 ip saddr @svc_mail4"))),
        new("flow in one family only", Main, Edit.InBridge("chain same_zone", Edit.Remove("ip6 saddr @svc_haproxy6 ip6 daddr @svc_certbot6"))),
        new("flow with a port too many", Main, Edit.InBridge("chain same_zone", Edit.Replace("tcp dport { 80, 443 }", "tcp dport { 80, 443, 444 }"))),
        new("answers of UDP forgotten", Wide, Edit.InBridge("chain same_zone", Edit.Remove("ip6 saddr @svc_high-perf6 ip6 daddr fd00:1::/64 udp sport"))),
        new("answers of UDP from any port", Wide, Edit.InBridge("chain same_zone", Edit.Replace("ip saddr @svc_high-perf4 ip daddr @svc_web4 udp sport 9000", "ip saddr @svc_high-perf4 ip daddr @svc_web4"))),
        new("ARP forgotten", Main, Edit.InBridge("chain forward", Edit.Remove("ether type arp")))
        {
            Unseen = "nothing changes: no other rule matches what is not IP, and the policy accepts",
        },
    ];
}
