using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What <c>router/vyos.sbn</c> sees: set commands of VyOS 1.4 and newer. Each rule has a description that begins with
/// <c>podplay: </c>, by which the next run takes it away first, and a number that is made of its protocol and port: a new forward
/// moves no other one.</summary>
internal static class VyosView
{
    private const string InterfaceMask = "::ffff:ffff:ffff:ffff";
    private const string PublicGroup = "PODPLAY-PUBLIC";
    private const string LanGroup = "PODPLAY-LAN";
    private const int ForgedRule = 100_000;

    public static View Of(Network network, RouterOpenings openings)
    {
        var router = network.Router;
        var hairpins = router.CanHairpin ? openings.Forwards.Where(f => f.NeedsHairpin).ToList() : [];
        return new()
        {
            { "header", Header.Lines("rules of your own, whose descriptions do not begin with `podplay: `") },
            {
                "groups", router.PublicOf(Family.IPv4).Select(a => $"firewall group address-group {PublicGroup} address {Quote.Vyos(a.ToString())}")
                    .Concat(router.LanThatStays().Select(b => $"firewall group {(b.Family == Family.IPv4 ? "" : "ipv6-")}network-group {GroupOf(b.Family)} network {Quote.Vyos(b.ToString())}"))
            },
            { "rules", openings.Forwards.SelectMany(f => Translation(router, f)).Concat(hairpins.SelectMany(f => Hairpin(router, f))).Concat(Filters(router, openings)) },
        };
    }

    private static IEnumerable<string> Filters(Router router, RouterOpenings openings) =>
    [
        .. router.LanThatStays().Select(b => b.Family).Distinct().SelectMany(f => Forged(router, f)),
        .. openings.Forwards.SelectMany(Accept),
        .. openings.Pinholes.SelectMany(p => Accept(router, p)),
    ];

    private static IEnumerable<string> Translation(Router router, Forward forward) => Rule(
        $"nat destination rule {Number(200_000, forward.Protocol, forward.Outside)}",
        forward.Port.Path,
        [
            ("inbound-interface name", router.WanSide()),
            .. router.PublicOf(Family.IPv4).Any() ? [("destination group address-group", PublicGroup)] : Array.Empty<(string, string)>(),
            .. Translated(forward),
        ]);

    private static IEnumerable<string> Hairpin(Router router, Forward forward) =>
    [
        .. Rule(
            $"nat destination rule {Number(400_000, forward.Protocol, forward.Outside)}",
            forward.Port.Path,
            [("inbound-interface name", router.LanName()), ("destination group address-group", PublicGroup), .. Translated(forward)]),
        // The answer must come back through the router.
        .. Rule(
            $"nat source rule {Number(400_000, forward.Protocol, forward.Outside)}",
            forward.Port.Path,
            ("outbound-interface name", router.LanName()),
            ("source group network-group", LanGroup),
            ("protocol", forward.Protocol.Word()),
            ("destination address", forward.Host.ToString()),
            ("destination port", forward.Inside.ToString()),
            ("translation address", "masquerade")),
    ];

    private static IEnumerable<(string, string)> Translated(Forward forward) =>
    [
        ("protocol", forward.Protocol.Word()),
        ("destination port", forward.Outside.ToString()),
        ("translation address", forward.Host.ToString()),
        // A range without a port keeps each port.
        .. forward.Outside == forward.Inside ? Array.Empty<(string, string)>() : [("translation port", forward.Inside.ToString())],
    ];

    private static IEnumerable<string> Accept(Forward forward) => Rule(
        $"firewall ipv4 forward filter rule {Number(200_000, forward.Protocol, forward.Outside)}",
        forward.Port.Path,
        ("action", "accept"),
        ("state", "new"),
        ("connection-status nat", "destination"),
        ("protocol", forward.Protocol.Word()),
        ("destination address", forward.Host.ToString()),
        ("destination port", forward.Inside.ToString()));

    private static IEnumerable<string> Accept(Router router, Pinhole pinhole) => Rule(
        $"firewall ipv6 forward filter rule {Number(200_000, pinhole.Protocol, pinhole.Ports)}",
        pinhole.Port.Path,
        [
            ("action", "accept"),
            ("state", "new"),
            ("inbound-interface name", router.WanSide()),
            ("protocol", pinhole.Protocol.Word()),
            .. router.IsDynamic(Family.IPv6)
                ? [("destination address", pinhole.Host.InterfaceIdentifier.ToString()), ("destination address-mask", InterfaceMask)]
                : new[] { ("destination address", pinhole.Host.ToString()) },
            ("destination port", pinhole.Ports.ToString()),
        ]);

    // The hosts tell the LAN from the internet by nothing but the source.
    private static IEnumerable<string> Forged(Router router, Family family) => Rule(
        string.Create(CultureInfo.InvariantCulture, $"firewall {(family == Family.IPv4 ? "ipv4" : "ipv6")} forward filter rule {ForgedRule}"),
        "router.lan",
        ("action", "drop"),
        ("inbound-interface name", router.WanSide()),
        ("source group network-group", GroupOf(family)));

    private static string GroupOf(Family family) => family == Family.IPv4 ? LanGroup : $"{LanGroup}6";

    private static string Number(int start, Protocol protocol, PortRange ports) =>
        (start + (protocol == Protocol.Udp ? 100_000 : 0) + ports.First).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rule(string rule, string path, params IEnumerable<(string Key, string Value)> values) =>
        values.Prepend(("description", $"podplay: {path}")).Select(v => $"{rule} {v.Item1} {Quote.Vyos(v.Item2)}");
}
