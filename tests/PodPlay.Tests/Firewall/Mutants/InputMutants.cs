namespace PodPlay.Firewall.Mutants;

/// <summary>Faults in what the host itself takes.</summary>
internal static class InputMutants
{
    private const string Main = "seed/main";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("policy accept and no refusal at the end", Main, Edit.Both(
            Edit.In("chain input", Edit.Replace("policy drop", "policy accept")), Edit.In("chain input_outside", Edit.Remove("goto refuse_input")))),
        new("refusal accepts", Main, Edit.In("chain refuse_input", Edit.Replace("counter name drop_input drop", "counter name drop_input accept"))),
        new("established forgotten", Main, Edit.In("chain input", Edit.Replace("established : accept, ", ""))),
        new("related forgotten", Main, Edit.In("chain input", Edit.Replace("related : accept, ", ""))),
        new("invalid accepted", Main, Edit.In("chain input", Edit.Replace("invalid : goto invalid", "invalid : accept"))),
        new("new accepted", Main, Edit.In("chain input", Edit.Replace("related : accept", "related : accept, new : accept"))),
        new("loopback forgotten", Main, Edit.In("chain input", Edit.Remove("iifname \"lo\""))),
        new("zones judged as if they were outside", Main, Edit.In("chain input", Edit.Remove("goto input_zone"))),
        new("ssh for everybody", Main, Edit.Replace("ip saddr @lan4 ip saddr != @router4 tcp dport 22", "tcp dport 22")),
        new("ssh for the router too", Main, Edit.Replace("ip saddr != @router4 ", "")),
        new("administrators' set with the router in it", "ipv4-only/cellar", Edit.Both(
            Edit.Replace("\t\t\t10.1.1.20,\n", "\t\t\t10.1.0.1,\n\t\t\t10.1.1.20,\n"), Edit.Replace("ip saddr != @router4 ", ""))),
        new("ssh over IPv6 forgotten", Main, Edit.Remove("ip6 saddr @lan6 tcp dport 22")),
        new("ssh on the wrong port", "ipv4-only/cellar", Edit.Replace("tcp dport 2222", "tcp dport 22")),
        new("LAN is all private space", Main, Edit.In("set lan4", Edit.Replace("192.168.1.0/24", "192.168.0.0/16"))),
        new("LAN without its IPv6 prefix", Main, Edit.In("set lan6", Edit.Remove("2001:db8:1::/64"))),
        new("resolver of a foreign zone", Main, Edit.Replace("iifname . ip daddr @resolver4 udp", "ip daddr { 172.20.1.1, 172.20.2.1, 172.20.3.1 } udp")),
        new("resolver for one zone only", Main, Edit.In("set resolver4", Edit.Remove("pp-mgmt"))),
        new("resolver at another address", Main, Edit.In("set resolver6", Edit.Replace("fd00:dead:beef:2::1", "fd00:dead:beef:2::2"))),
        new("resolver by TCP only", Main, Edit.Remove("udp dport 53 accept comment \"resolver\"")),
        new("spoofed addresses from a zone", Main, Edit.In("chain input_zone", Edit.Remove("!= @zone_src4"))),
        new("spoofed IPv6 addresses from a zone", Main, Edit.In("chain input_zone", Edit.Remove("!= @zone_src6"))),
        new("zone calls any address of the host", Main, Edit.In("chain input_zone", Edit.Replace("iifname \"pp-dmz\" ip daddr 192.168.1.100 tcp", "iifname \"pp-dmz\" tcp"))),
        new("host service for the wrong zone", Main, Edit.In("chain input_zone", Edit.Replace("iifname \"pp-dmz\"", "iifname \"pp-mgmt\""))),
        new("host port of the wrong protocol", Main, Edit.In("chain input_outside", Edit.Replace("udp dport vmap @host_any_udp", "tcp dport vmap @host_any_udp"))),
        new("host port off by one", Main, Edit.In("map host_any_udp", Edit.Replace("53 ", "54 "))),
        new("podman's resolver by way of a public DNS port", Main, Edit.In("chain host_dns", Edit.Remove("goto refuse_input"))),
        new("LAN's host port for everybody", "seed/fast", Edit.Replace("ip saddr @lan4 tcp dport vmap @host_lan_tcp", "tcp dport vmap @host_lan_tcp")),
        new("host port in a family without a listener", "rootless/box", Edit.Remove("meta nfproto ipv6 goto refuse_input")),
        new("limits of a host port forgotten", "wide/main", Edit.In("chain host_voip", Edit.Remove("jump limit_voip"))),
        new("neighbour discovery forgotten", Main, Edit.In("chain icmp6", Edit.Remove("nd-neighbor"))),
        new("neighbour discovery from anywhere", Main, Edit.In("chain icmp6", Edit.Replace(" ip6 hoplimit 255", ""))),
        new("packet too big forgotten", Main, Edit.In("chain icmp6", Edit.Replace("packet-too-big, ", ""))),
        new("ICMPv6 judged as ICMP", Main, Edit.In("chain input", Edit.Replace("meta l4proto icmpv6 jump icmp6", "meta l4proto icmpv6 jump icmp4"))),
        new("ping without limit", Main, Edit.In("chain icmp4", Edit.Replace(" limit rate 20/second burst 40 packets", ""))),
        new("DHCP from any port", Main, Edit.Replace("udp sport 67 ", "")),
        new("DHCP over IPv6", Main, Edit.Replace("meta nfproto ipv4 udp sport 67", "udp sport 67")),
        new("DHCPv6 from anywhere", Main, Edit.Replace("ip6 saddr fe80::/10 udp sport 547", "udp sport 547")),
    ];
}
