using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Addresses that rules speak of together: a set for each family.</summary>
/// <param name="Name">Of the set, without the family's digit.</param>
/// <param name="Why">The comment above the set.</param>
internal sealed record AddressGroup(string Name, string Why, ImmutableArray<Prefix> Blocks)
{
    /// <summary>The blocks of one family as elements of a set with the flag <c>interval</c>. None lies in another one: nft 1.0.6
    /// refuses overlapping intervals ("conflicting intervals specified").</summary>
    public IEnumerable<string> Elements(Family family) =>
        AddressBlocks.Merge(Blocks.Where(b => b.Family == family)).Select(b => b.Length == b.Base.Bits ? b.Base.ToString() : b.ToString());

    // Link-local addresses are neighbours on the same wire by definition.
    private static readonly Prefix LinkLocal = Prefix.Parse("fe80::/10");

    /// <summary>LAN and internet arrive on one interface: only the source address tells them apart.</summary>
    public static AddressGroup Lan(Network network) =>
        new("lan", "router.lan: the LAN and the internet arrive on one interface, only the source tells them apart", [.. network.Router.Lan, LinkLocal]);

    /// <summary>The router may stand for the internet: some send hairpinned and forwarded traffic under their own address.</summary>
    public static AddressGroup Router(Network network) =>
        new("router", "router.address: it may stand for the internet (hairpin, SNAT), so it is no administrator", [.. network.Router.Addresses.Select(Prefix.Of)]);

    public static AddressGroup Of(Source source) =>
        new(Quote.NftName("src_", source.Name), $"sources.{source.Name}", source.Blocks);

    /// <summary>What comes from another host's zones bears that host's address (netavark masquerades).</summary>
    public static AddressGroup Of(Host peer) =>
        new(Quote.NftName("peer_", peer.Name), $"hosts.{peer.Name}: its own processes, and its zones behind its address", [.. peer.Addresses.Select(Prefix.Of)]);

    /// <summary>The subnets of zones on one host.</summary>
    public static AddressGroup ZoneNets(IEnumerable<Zone> zones) =>
        new("zone_nets", "the subnets of this host's zones", [.. ZoneBlocks(zones)]);

    /// <summary>Where no zone may open connections by its <c>egress</c> alone.</summary>
    public static AddressGroup Private(Network network) => new(
        "private",
        "no zone reaches these by its egress: private space, the LAN, hosts and zones",
        [
            .. PrivateSpace,
            .. network.Router.Lan,
            .. network.Hosts.SelectMany(h => h.Addresses).Select(Prefix.Of),
            .. ZoneBlocks(network.Zones),
        ]);

    private static ImmutableArray<Prefix> PrivateSpace { get; } =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",
            "::/127", "::ffff:0:0/96", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(Prefix.Parse),
    ];

    private static IEnumerable<Prefix> ZoneBlocks(IEnumerable<Zone> zones) => zones.SelectMany(z => z.Subnets).Select(s => s.Prefix);
}
