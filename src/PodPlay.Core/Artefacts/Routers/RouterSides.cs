using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What a router calls its sides where the spec does not say: OpenWrt's and RouterOS' own defaults. The others have none, and the
/// checks ask for them.</summary>
internal static class RouterSides
{
    public static string WanSide(this Router router) => router.Wan ?? (router.Kind == RouterKind.Mikrotik ? "WAN" : "wan");

    public static string LanName(this Router router) => router.LanSide ?? (router.Kind == RouterKind.Mikrotik ? "LAN" : "lan");

    /// <summary>The LAN's blocks, without those in a prefix that the provider changes.</summary>
    public static IEnumerable<Prefix> LanThatStays(this Router router) =>
        router.Lan.Where(b => b.Family == Family.IPv4 || b.Base.IsUniqueLocal || !router.IsDynamic(Family.IPv6));
}
