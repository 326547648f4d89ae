using System.Collections.Immutable;
using PodPlay.Artefacts.Nftables;
using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What <c>router/nftables.sbn</c> sees: maps of translations, sets of open ports, and the rules over them.</summary>
internal static class NftablesRouterView
{
    // The part of an IPv6 address that stays when the provider gives another prefix.
    private const string InterfaceMask = "::ffff:ffff:ffff:ffff";

    public static View Of(Network network, RouterOpenings openings)
    {
        var router = network.Router;
        var hairpins = !router.CanHairpin ? [] : openings.Forwards.Where(f => f.NeedsHairpin).ToImmutableArray();
        var hairpinMaps = hairpins.SequenceEqual(openings.Forwards) ? "forward" : "hairpin";
        return new()
        {
            { "header", Header.Lines("tables of your own in other files") },
            { "wan", Quote.Nft(router.WanSide()) },
            { "lan", Quote.Nft(router.LanName()) },
            { "has_public", router.PublicOf(Family.IPv4).Any() },
            { "public", router.PublicOf(Family.IPv4).Select(a => a.ToString()) },
            { "lan_blocks", AddressBlocks.Merge(router.Lan.Where(b => b.Family == Family.IPv4)).Select(b => b.ToString()) },
            { "maps", Maps("forward", openings.Forwards).Concat(hairpinMaps == "hairpin" ? Maps("hairpin", hairpins) : []) },
            { "forwarded", ByProtocol(openings.Forwards).Select(Forwarded) },
            { "open_sets", ByHost(openings.Pinholes).Select(g => OpenSet(g.Key.Host, g.Key.Protocol, g)) },
            { "translations", Translations("forward", openings.Forwards, Called(router)) },
            { "hairpins", Translations(hairpinMaps, hairpins, HairpinCalled(router)) },
            { "has_hairpins", !hairpins.IsEmpty },
            { "accepts", Accepts(router, openings) },
        };
    }

    // A translation to another port needs the port in the map; one that keeps it may be a range.
    private static IEnumerable<View> Maps(string name, IEnumerable<Forward> forwards) =>
        from all in ByProtocol(forwards)
        from same in new[] { true, false }
        let some = all.Where(f => f.Outside == f.Inside == same).ToList()
        where some.Count > 0
        select new View
        {
            { "name", MapName(name, all.Key, same) },
            { "type", same ? "inet_service : ipv4_addr" : "inet_service : ipv4_addr . inet_service" },
            { "has_ranges", some.Exists(f => !f.Outside.IsSingle) },
            { "elements", some.Select(f => new View
                {
                    { "key", f.Outside.ToString() },
                    { "comment", Quote.Nft(f.Port.Path) },
                    { "value", same ? f.Host.ToString() : $"{f.Host} . {f.Inside}" },
                })
            },
        };

    private static IEnumerable<string> Translations(string name, IEnumerable<Forward> forwards, string called) =>
        from all in ByProtocol(forwards)
        from same in new[] { true, false }
        where all.Any(f => f.Outside == f.Inside == same)
        select $"{called} dnat ip to {all.Key.Word()} dport map @{MapName(name, all.Key, same)}";

    // Not only `ct status dnat`: what UPnP or somebody else has translated is not podplay's to let in.
    private static View Forwarded(IGrouping<Protocol, Forward> forwards) => new()
    {
        { "name", $"forwarded_{forwards.Key.Word()}" },
        { "has_ranges", forwards.Any(f => !f.Outside.IsSingle) },
        { "elements", forwards.Select(f => new View { { "key", $"{f.Outside} . {f.Host} . {f.Inside}" }, { "comment", Quote.Nft(f.Port.Path) } }) },
    };

    private static View OpenSet(Host host, Protocol protocol, IEnumerable<Pinhole> pinholes) => new()
    {
        { "name", OpenName(host, protocol) },
        { "has_ranges", pinholes.Any(p => !p.Ports.IsSingle) },
        { "elements", pinholes.Select(p => new View { { "key", p.Ports.ToString() }, { "comment", Quote.Nft(p.Port.Path) } }) },
    };

    // nft 1.0.6 takes `ct original proto-dst` in a concatenation only behind `meta l4proto`.
    private static IEnumerable<string> Accepts(Router router, RouterOpenings openings) =>
    [
        .. ByProtocol(openings.Forwards).Select(f => $"ct status dnat meta l4proto {f.Key.Word()} ct original proto-dst . ip daddr . {f.Key.Word()} dport @forwarded_{f.Key.Word()} counter accept"),
        .. ByHost(openings.Pinholes).Select(g =>
            $"{Destination(router, g.First().Host)} {g.Key.Protocol.Word()} dport @{OpenName(g.Key.Host, g.Key.Protocol)} counter accept comment {Quote.Nft($"hosts.{g.Key.Host.Name}")}"),
    ];

    private static string Destination(Router router, Address host) => router.IsDynamic(Family.IPv6)
        ? $"ip6 daddr & {InterfaceMask} == {host.InterfaceIdentifier}"
        : $"ip6 daddr {host}";

    private static string Called(Router router) =>
        $"iifname {Quote.Nft(router.WanSide())} {(router.PublicOf(Family.IPv4).Any() ? "ip daddr @public4" : "fib daddr type local")}";

    // Whatever is the router's own but not its address on the LAN, whose ports are its own (its pages, its ssh).
    private static string HairpinCalled(Router router) =>
        $"iifname {Quote.Nft(router.LanName())} {(router.PublicOf(Family.IPv4).Any() ? "ip daddr @public4" : $"fib daddr type local ip daddr != {FamilyWords.OneOf([.. router.Addresses.Where(a => a.Family == Family.IPv4)])}")}";

    private static string MapName(string name, Protocol protocol, bool same) => $"{name}_{protocol.Word()}{(same ? "" : "_port")}";

    private static string OpenName(Host host, Protocol protocol) => Quote.NftName("open_", host.Name, $"_{protocol.Word()}");

    private static IEnumerable<IGrouping<Protocol, Forward>> ByProtocol(IEnumerable<Forward> forwards) => forwards.GroupBy(f => f.Protocol).OrderBy(g => g.Key);

    private static IEnumerable<IGrouping<(Host Host, Protocol Protocol), Pinhole>> ByHost(IEnumerable<Pinhole> pinholes) =>
        pinholes.GroupBy(p => (p.Service.Host, p.Protocol)).OrderBy(g => g.Key.Host.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Protocol);
}
