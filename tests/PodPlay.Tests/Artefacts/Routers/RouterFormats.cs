using PodPlay.Artefacts.Routers;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>The file of each kind of router, and its reader.</summary>
internal static class RouterFormats
{
    public static string Spec(string kind, string publicAddress, string more = "")
    {
        var spec = RouterSpecs.Of(kind, publicAddress, more);
        return kind switch
        {
            "openwrt" => spec.Replace("  interfaces: { wan: eth0, lan: eth1 }\n", "", StringComparison.Ordinal),
            "mikrotik" => spec.Replace("wan: eth0, lan: eth1", "wan: wan1, lan: lan1", StringComparison.Ordinal),
            _ => spec,
        };
    }

    /// <summary>The one file beside the table of clicks.</summary>
    public static string Render(string spec) =>
        Assert.Single(Rendered.By(new RouterArtefact(), RouterSpecs.Network(spec)), f => f.Key != "router/CLICKS.md").Value;

    public static IEnumerable<string> Read(string kind, string file) => (kind switch
    {
        "openwrt" => OpenWrtReader.Settings(file),
        "mikrotik" => RouterOsReader.Settings(file),
        _ => VyosReader.Settings(file),
    }).Order(StringComparer.Ordinal).ToList();

    // fw4 accepts and masquerades by itself what it translates.
    public static IEnumerable<string> Wanted(string spec)
    {
        var isOpenWrt = spec.Contains("kind: openwrt", StringComparison.Ordinal);
        return RouterSettings.Wanted(RouterSpecs.Network(spec), "any", !isOpenWrt, !isOpenWrt).Order(StringComparer.Ordinal).ToList();
    }
}
