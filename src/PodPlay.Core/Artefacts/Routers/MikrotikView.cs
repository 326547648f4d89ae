using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What <c>router/mikrotik.sbn</c> sees: commands of RouterOS 7 by menu. All that they add bears a comment that begins with
/// <c>podplay: </c>, by which the next run takes it away first.</summary>
internal static class MikrotikView
{
    private const string InterfaceMask = "::ffff:ffff:ffff:ffff";

    public static View Of(Network network, RouterOpenings openings)
    {
        var router = network.Router;
        var hairpins = router.CanHairpin ? openings.Forwards.Where(f => f.NeedsHairpin).ToList() : [];
        return new()
        {
            { "header", Header.Lines("rules of your own, whose comments do not begin with `podplay: `") },
            { "addresses", router.PublicOf(Family.IPv4).Select(a => Add("router.public", ("list", "podplay-public"), ("address", a.ToString()))) },
            { "forged4", Forged(router, Family.IPv4) },
            { "forged6", Forged(router, Family.IPv6) },
            {
                "nat", openings.Forwards.Select(f => Translation(f, Called(router, router.WanSide())))
                    .Concat(hairpins.Select(f => Translation(f, HairpinCalled(router))))
                    .Concat(hairpins.SelectMany(f => Masquerades(router, f)))
            },
            { "accepts4", openings.Forwards.Select(Accept) },
            { "jump4", Add("router", ("chain", "forward"), ("action", "jump"), ("jump-target", "podplay"), ("connection-state", "new"), ("connection-nat-state", "dstnat")) },
            { "accepts6", openings.Pinholes.Select(p => Accept(router, p)) },
            { "jump6", Add("router", ("chain", "forward"), ("action", "jump"), ("jump-target", "podplay"), ("connection-state", "new"), ("in-interface-list", Quote.RouterOs(router.WanSide()))) },
        };
    }

    private static string Translation(Forward forward, IEnumerable<(string, string)> called) => Add(
        forward.Port.Path,
        [
            ("chain", "dstnat"),
            ("action", "dst-nat"),
            .. called,
            ("protocol", forward.Protocol.Word()),
            ("dst-port", forward.Outside.ToString()),
            ("to-addresses", forward.Host.ToString()),
            // A range without to-ports keeps each port.
            .. forward.Outside == forward.Inside ? Array.Empty<(string, string)>() : [("to-ports", forward.Inside.ToString())],
        ]);

    // The answer must come back through the router.
    private static IEnumerable<string> Masquerades(Router router, Forward forward) => router.Lan.Where(b => b.Family == Family.IPv4).Select(block => Add(
        forward.Port.Path,
        ("chain", "srcnat"),
        ("action", "masquerade"),
        ("out-interface-list", Quote.RouterOs(router.LanName())),
        ("src-address", block.ToString()),
        ("protocol", forward.Protocol.Word()),
        ("dst-address", forward.Host.ToString()),
        ("dst-port", forward.Inside.ToString())));

    private static string Accept(Forward forward) => Add(
        forward.Port.Path,
        ("chain", "podplay"),
        ("action", "accept"),
        ("connection-nat-state", "dstnat"),
        ("protocol", forward.Protocol.Word()),
        ("dst-address", forward.Host.ToString()),
        ("dst-port", forward.Inside.ToString()));

    private static string Accept(Router router, Pinhole pinhole) => Add(
        pinhole.Port.Path,
        ("chain", "podplay"),
        ("action", "accept"),
        ("protocol", pinhole.Protocol.Word()),
        ("dst-address", router.IsDynamic(Family.IPv6) ? $"{pinhole.Host.InterfaceIdentifier}/{InterfaceMask}" : $"{pinhole.Host}/128"),
        ("dst-port", pinhole.Ports.ToString()));

    // The hosts tell the LAN from the internet by nothing but the source.
    private static IEnumerable<string> Forged(Router router, Family family) => router.LanThatStays().Where(b => b.Family == family).Select(block => Add(
        "router.lan", ("chain", "prerouting"), ("action", "drop"), ("in-interface-list", Quote.RouterOs(router.WanSide())), ("src-address", block.ToString())));

    private static IEnumerable<(string, string)> Called(Router router, string side) =>
    [
        ("in-interface-list", Quote.RouterOs(side)),
        router.PublicOf(Family.IPv4).Any() ? ("dst-address-list", "podplay-public") : ("dst-address-type", "local"),
    ];

    // Whatever is the router's own but not its address on the LAN, whose ports are its own.
    private static IEnumerable<(string, string)> HairpinCalled(Router router) => router.PublicOf(Family.IPv4).Any()
        ? Called(router, router.LanName())
        : Called(router, router.LanName()).Append(("dst-address", $"!{router.AddressOf(Family.IPv4)}"));

    private static string Add(string path, params IEnumerable<(string Key, string Value)> properties) =>
        $"add {string.Join(' ', properties.Select(p => $"{p.Key}={p.Value}"))} comment={Quote.RouterOs($"podplay: {path}")}";
}
