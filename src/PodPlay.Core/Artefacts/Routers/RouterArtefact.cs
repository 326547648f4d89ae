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
        if (network.Router.Kind == RouterKind.Nftables)
            yield return new("router/podplay-router.nft", "router/nftables.sbn", NftablesRouterView.Of(network, openings));
    }
}
