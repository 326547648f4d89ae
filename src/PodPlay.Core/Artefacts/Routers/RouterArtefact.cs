using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What the router has to be told: a table of clicks for any of them, and a configuration for those that take one.</summary>
public sealed class RouterArtefact : IArtefact
{
    public string Id => "router";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        var openings = RouterOpenings.Of(network);
        if (openings.IsEmpty && !network.Router.IsDeclared)
            yield break;
        yield return new("router/CLICKS.md", "router/clicks.sbn", ClicksView.Of(network, openings));
        if (network.Router.Kind is { } kind)
            yield return Configuration(kind, network, openings);
    }

    private static PlannedFile Configuration(RouterKind kind, Network network, RouterOpenings openings) => kind switch
    {
        RouterKind.OpenWrt => new("router/podplay-openwrt.sh", "router/openwrt.sbn", OpenWrtView.Of(network, openings)),
        RouterKind.Nftables => new("router/podplay-router.nft", "router/nftables.sbn", NftablesRouterView.Of(network, openings)),
        RouterKind.Mikrotik => new("router/podplay.rsc", "router/mikrotik.sbn", MikrotikView.Of(network, openings)),
        _ => new("router/podplay-vyos.sh", "router/vyos.sbn", VyosView.Of(network, openings)),
    };
}
