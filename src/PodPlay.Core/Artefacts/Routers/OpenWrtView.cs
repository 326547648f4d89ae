using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What <c>router/openwrt.sbn</c> sees: named sections of <c>/etc/config/firewall</c>.</summary>
/// <remarks>fw4 ignores an option that it does not know and lets the rest of the section stand: with <c>dst_port</c> for
/// <c>dest_port</c> it opens every port (measured on fw4). The names of options are its own, from <c>parse_redirect</c> and
/// <c>parse_rule</c> of fw4.uc; a test reads them back.</remarks>
internal static class OpenWrtView
{
    // fw4 makes an nft comment of the name, `!fw4: NAME (reflection)`, and nft takes 128 bytes.
    private const int LongestName = 100;

    public static View Of(Network network, RouterOpenings openings)
    {
        var router = network.Router;
        return new()
        {
            { "header", Header.Lines("sections of your own, whose names do not begin with podplay_") },
            { "address", router.Addresses[0].ToString() },
            { "sections", openings.Forwards.SelectMany(f => Redirects(router, f)).Append(Forged(router)).Concat(openings.Pinholes.Select(p => Rule(router, p))) },
        };
    }

    // Without src_dip every address behind the zone is meant, whatever it is today.
    private static IEnumerable<View> Redirects(Router router, Forward forward)
    {
        var called = router.PublicOf(Family.IPv4).Select(a => (Address?)a).DefaultIfEmpty(null).ToList();
        return called.Select((address, i) => Section(
            "redirect",
            $"podplay_4_{forward.Protocol.Word()}_{forward.Outside.First}{(i == 0 ? "" : $"_{i + 1}")}",
            forward.Port.Path,
            [
                ("family", "ipv4"),
                ("src", router.WanSide()),
                .. address is { } fixedAddress ? [("src_dip", fixedAddress.ToString())] : Array.Empty<(string, string)>(),
                ("src_dport", forward.Outside.ToString()),
                ("dest", router.LanName()),
                ("dest_ip", forward.Host.ToString()),
                ("dest_port", forward.Inside.ToString()),
                ("target", "DNAT"),
                // On by default.
                ("reflection", forward.NeedsHairpin ? "1" : "0"),
            ],
            ("proto", [forward.Protocol.Word()])));
    }

    private static View Rule(Router router, Pinhole pinhole) => Section(
        "rule",
        $"podplay_6_{pinhole.Protocol.Word()}_{pinhole.Ports.First}",
        pinhole.Port.Path,
        [
            ("family", "ipv6"),
            ("src", router.WanSide()),
            ("dest", router.LanName()),
            // A negative length masks from the right: the prefix may be any.
            ("dest_ip", router.IsDynamic(Family.IPv6) ? $"{pinhole.Host.InterfaceIdentifier}/-64" : pinhole.Host.ToString()),
            ("dest_port", pinhole.Ports.ToString()),
            ("target", "ACCEPT"),
        ],
        ("proto", [pinhole.Protocol.Word()]));

    // The hosts tell the LAN from the internet by nothing but the source. In front of the rules that accept: fw4 keeps their order.
    private static View Forged(Router router) => Section(
        "rule",
        "podplay_forged",
        "router.lan",
        [("src", router.WanSide()), ("dest", "*"), ("target", "DROP")],
        ("proto", ["all"]),
        ("src_ip", router.LanThatStays().Select(b => b.ToString())));

    private static View Section(string type, string name, string path, IEnumerable<(string Key, string Value)> options, params IEnumerable<(string Key, IEnumerable<string> Values)> lists) => new()
    {
        { "type", type },
        { "name", Quote.Uci(name) },
        {
            "lines",
            options.Prepend(("name", Quote.Shortened($"podplay: {path}", LongestName))).Select(o => $"option {o.Item1} {Quote.Uci(o.Item2)}")
                .Concat(lists.SelectMany(l => l.Values.Select(v => $"list {l.Key} {Quote.Uci(v)}")))
        },
    };
}
