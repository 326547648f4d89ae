namespace PodPlay.Firewall.Mutants;

/// <summary>Faults in what passes through the host.</summary>
internal static class ForwardMutants
{
    private const string Main = "seed/main";
    private const string Wide = "wide/main";
    private const string Office = "ipv4-only/cellar";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("policy accept and no refusal at the end", Main, Edit.In("chain forward", Edit.Both(Edit.Replace("policy drop", "policy accept"), Edit.Remove("goto refuse_forward")))),
        new("refusal only counts and returns", Main, Edit.Both(
            Edit.In("chain forward", Edit.Replace("policy drop", "policy accept")), Edit.In("chain refuse_forward", Edit.Remove("counter name drop_forward")))),
        new("other software's bridges broken", Main, Edit.In("chain forward", Edit.Remove("not podplay's"))),
        new("everything from outside let through", Main, Edit.In("chain forward", Edit.Replace("iifname != @managed_if oifname != @managed_if accept", "iifname != @managed_if accept"))),
        new("everything outward let through", Main, Edit.In("chain forward", Edit.Replace("iifname != @managed_if oifname != @managed_if accept", "oifname != @managed_if accept"))),
        new("bridge forgotten in the set", Main, Edit.In("set managed_if", Edit.Remove("pp-mgmt"))),
        new("established forgotten", Main, Edit.In("chain forward", Edit.Replace("established : accept, ", ""))),
        new("neighbour discovery forgotten (br_netfilter)", Main, Edit.In("chain forward", Edit.Remove("nd-neighbor"))),
        new("neighbour discovery across bridges", Main, Edit.In("chain forward", Edit.Replace(" ip6 hoplimit 255", ""))),
        new("spoofed addresses from a zone", Main, Edit.Both(Edit.In("chain forward", Edit.Remove("!= @zone_src4")), Edit.In("chain egress", Edit.Remove("private")))),
        new("spoofed addresses between zones", Main, Edit.In("chain forward", Edit.Remove("!= @zone_src4"))),
        new("spoofed IPv6 addresses between zones", Main, Edit.In("chain forward", Edit.Remove("!= @zone_src6"))),
        new("IPv6 from a zone without it", Wide, Edit.In("set zone_src6", Edit.Replace("\"pp-new\" . fd00:4::/64", "\"pp-new\" . fd00:4::/64,\n\t\t\t\"pp-old\" . ::/0"))),
        new("subnets of two zones swapped", Main, Edit.In("set zone_src4", Edit.Swap("172.20.1.0/24", "172.20.2.0/24"))),
        new("published without translation", Main, Edit.In("chain forward", Edit.Replace("ct status dnat jump published", "jump published"))),
        new("published without the container's address", Main, Edit.In("chain published", Edit.Replace(
            "meta l4proto tcp ct original proto-dst . ip daddr . tcp dport vmap @pub_any_tcp4", "meta l4proto tcp ct original proto-dst . tcp dport { 25 . 25, 8080 . 80 } accept"))),
        new("published without the port called", Main, Edit.In("chain published", Edit.Replace(
            "meta l4proto tcp ct original proto-dst . ip daddr . tcp dport vmap @pub_any_tcp4", "ip daddr . tcp dport { 172.20.1.10 . 80, 172.20.1.11 . 25 } accept"))),
        new("every translated packet accepted", Main, Edit.In("chain forward", Edit.Replace("ct status dnat jump published", "ct status dnat accept"))),
        new("containers of two published ports swapped", Main, Edit.In("map pub_any_tcp6", Edit.Swap("8080 . fd00:dead:beef:1::10", "587 . fd00:dead:beef:1::11"))),
        new("called ports of two published ports swapped", Main, Edit.In("map pub_any_tcp4", Edit.Swap("8080 . 172", "8443 . 172"))),
        new("published in one family only", Main, Edit.In("chain published", Edit.Remove("@pub_any_tcp6"))),
        new("published port missing", Main, Edit.In("map pub_any_tcp4", Edit.Remove("995 . "))),
        new("LAN's ports for everybody", Main, Edit.In("chain published", Edit.Replace("ip saddr @lan4 meta", "meta"))),
        new("a source's ports for the LAN", Main, Edit.In("chain published", Edit.Replace("ip saddr @src_admin4", "ip saddr @lan4"))),
        new("range of ports one too long", Office, Edit.In("map pub_lan_tcp4", Edit.Replace(". 9100-9102 comment", ". 9100-9103 comment"))),
        new("limits behind the accept", Wide, Edit.In("chain pub_web", Edit.Replace(
            "\t\tjump limit_web\n\t\tcounter name pub_web accept comment \"services.web\"", "\t\tcounter name pub_web accept comment \"services.web\"\n\t\tjump limit_web"))),
        new("limits that drop nobody", Wide, Edit.In("chain limit_web", Edit.Replace(" counter name limit_web drop", " counter name limit_web"))),
        new("limits of IPv6 forgotten", Wide, Edit.In("chain limit_web", Edit.Remove("ip6 saddr & "))),
        new("limits for the LAN too", Office, Edit.In("chain limit_wiki", Edit.Remove("@lan4"))),
        new("limits for nobody", Wide, Edit.In("chain limit_web", Edit.Replace("ip saddr @lan4 return", "return"))),
        new("two zones swapped", Main, Edit.In("chain zone_to_zone", Edit.Swap("goto into_dmz", "goto into_internal"))),
        new("zone by the interface that it came from", Main, Edit.In("chain zone_to_zone", Edit.Replace("oifname vmap", "iifname vmap"))),
        new("zone forgotten", Main, Edit.In("chain zone_to_zone", Edit.Remove("pp-mgmt"))),
        new("flow in one family only", Main, Edit.In("chain to_db", Edit.Remove("svc_apache6"))),
        new("flow of the wrong protocol", Main, Edit.In("chain to_db", Edit.Replace("tcp dport", "udp dport"))),
        new("port off by one", Main, Edit.In("chain to_db", Edit.Replace("5432", "5433"))),
        new("flow without its port", Main, Edit.In("chain to_db", Edit.Replace("ip saddr @svc_mail4 tcp dport 5432", "ip saddr @svc_mail4"))),
        new("flow for a whole zone", Main, Edit.In("chain to_db", Edit.Replace("ip saddr @svc_mail4 ", "iifname \"pp-dmz\" "))),
        new("flow from the wrong zone", Main, Edit.In("chain to_logging", Edit.Replace("iifname \"pp-internal\"", "iifname \"pp-mgmt\""))),
        new("services of two chains swapped", Main, Edit.In("chain into_internal", Edit.Swap("goto to_cache", "goto to_db"))),
        new("caller and callee mixed up", Main, Edit.In("chain into_internal", Edit.Replace("ip daddr @svc_db4", "ip saddr @svc_db4"))),
        new("replica too many", Main, Edit.Replace("\t172.20.1.22,\n", "\t172.20.1.22,\n\t172.20.1.23,\n")),
        new("replica forgotten", Main, Edit.Replace("\tfd00:dead:beef:1::22,\n", "")),
        new("zone to zone falls through into egress, which takes private space", Main, Edit.Both(
            Edit.Both(Edit.In("chain forward", Edit.Replace("goto zone_to_zone", "jump zone_to_zone")), Edit.In("chain zone_to_zone", Edit.Remove("goto refuse_forward"))),
            Edit.Both(Edit.In("chain egress", Edit.Remove("private")), Edit.In("chain into_internal", Edit.Remove("goto refuse_forward"))))),
        new("egress of the wrong zone", Main, Edit.In("chain egress", Edit.Replace("iifname \"pp-dmz\"", "iifname \"pp-internal\""))),
        new("egress for every zone", Main, Edit.In("chain egress", Edit.Replace("iifname \"pp-dmz\" ", ""))),
        new("egress before private space is refused", Main, Edit.In("chain egress", Edit.Replace("\t\tip daddr @private4", "\t\tiifname \"pp-dmz\" accept\n\t\tip daddr @private4"))),
        new("egress reaches the LAN over IPv6", Main, Edit.In("set private6", Edit.Remove("2001:db8:1::/64"))),
        new("egress reaches the LAN", Main, Edit.In("set private4", Edit.Remove("192.168.0.0/16"))),
        new("egress reaches carrier-grade NAT", Main, Edit.In("set private4", Edit.Remove("100.64.0.0/10"))),
        new("egress refusal accepts", Main, Edit.In("chain refuse_egress", Edit.Replace("reject with icmpx admin-prohibited", "accept"))),
        new("egress to any port", Office, Edit.In("chain egress", Edit.Replace("tcp dport { 25, 587 } ", ""))),
        new("another host's port from the wrong zone", Wide, Edit.In("chain egress", Edit.Replace("iifname \"pp-internal\" ip daddr 192.168.1.101 tcp", "iifname \"pp-dmz\" ip daddr 192.168.1.101 tcp"))),
        new("another host's port over one protocol only", Wide, Edit.In("chain egress", Edit.Remove("ip daddr 192.168.1.101 udp"))),
        new("policy accept", Main, Edit.In("chain forward", Edit.Replace("policy drop", "policy accept")))
        {
            Unseen = "nothing changes: the last rule of every chain refuses",
        },
        new("zone to zone by jump", Main, Edit.In("chain forward", Edit.Replace("goto zone_to_zone", "jump zone_to_zone")))
        {
            Unseen = "nothing changes: each of its chains ends with a refusal",
        },
    ];
}
