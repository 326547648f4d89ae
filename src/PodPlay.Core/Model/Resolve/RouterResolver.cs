using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>Router, LAN and named sources.</summary>
internal static class RouterResolver
{
    // Without a router the spec does not say what the LAN is. Private address space is what a home or office LAN lies in.
    private static readonly ImmutableArray<Prefix> PrivateSpace =
    [
        Prefix.Parse("10.0.0.0/8"), Prefix.Parse("172.16.0.0/12"), Prefix.Parse("192.168.0.0/16"), Prefix.Parse("fc00::/7"),
    ];

    public static Router Resolve(PodPlaySpec spec, DiagnosticBag diagnostics)
    {
        if (spec.Router is { } router)
        {
            return new(
                [.. router.Addresses.Select(a => Address.Parse(a.Value)).OfType<Address>().Distinct().Order()],
                AddressBlocks.Merge(BlocksOf(router.Lan, diagnostics)),
                IsDeclared: true)
            {
                Public = [.. router.Public.Select(a => Address.Parse(a.Value)).OfType<Address>().Distinct().Order()],
                HasDynamicPublic = router.Public.Any(a => a.Value == Rules.Dynamic),
                Kind = KindOf(router.Kind?.Value),
                Wan = router.Wan?.Value,
                LanSide = router.LanSide?.Value,
            };
        }
        var hostPrefixes = spec.Hosts
            .SelectMany(h => h.Addresses)
            .Select(a => Address.Parse(a.Value))
            .OfType<Address>()
            .Where(a => a.Family == Family.IPv6)
            .Select(a => Prefix.Containing(a, 64));
        return new([], AddressBlocks.Merge(PrivateSpace.Concat(hostPrefixes)), IsDeclared: false);
    }

    private static RouterKind? KindOf(string? word) => word switch
    {
        "openwrt" => RouterKind.OpenWrt,
        "nftables" => RouterKind.Nftables,
        "mikrotik" => RouterKind.Mikrotik,
        "vyos" => RouterKind.Vyos,
        _ => null,
    };

    public static ImmutableArray<Source> ResolveSources(PodPlaySpec spec, DiagnosticBag diagnostics)
    {
        foreach (var source in spec.Sources.Where(s => s.Name.Value is "internet" or "lan" or "any"))
            diagnostics.Report(Diagnose.ReservedSource(source.Name));
        return
        [
            .. spec.Sources
                .Select(s => new Source(s.Name.Value, AddressBlocks.Merge(BlocksOf(s.Blocks, diagnostics))))
                .OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Prefix> BlocksOf(ImmutableArray<Text.Spanned<string>> blocks, DiagnosticBag diagnostics)
    {
        foreach (var block in blocks)
        {
            if (Prefix.Parse(block.Value, out var hasHostBits) is not { } prefix)
                continue;
            if (hasHostBits)
                diagnostics.Report(Diagnose.InvalidSubnet(block, prefix));
            yield return prefix;
        }
    }
}
