using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>What <c>nftables/ruleset.sbn</c> sees: one member for each part of the file.</summary>
internal static class NftablesView
{
    public static View Of(Network network, Host host)
    {
        var scope = new HostScope(network, host);
        var openings = Opening.AllOf(network, host);
        var redirects = Redirect.AllOf(scope);
        var bridgeSets = new ServiceSets();

        // First the rules: they say which sets and counters there are.
        var published = PublishedView.Of(scope, openings, redirects);
        var input = InputView.Of(scope, openings);
        var flows = ZoneFlowsView.Of(scope);
        var egress = EgressView.Of(scope);
        var output = OutputView.Of(scope);
        var limits = LimitsView.Of(scope).ToList();
        var bridge = BridgeView.Of(scope, bridgeSets);
        var addressSets = scope.Groups.Views().ToList();
        return new View
        {
            { "header", Header.Lines("a table of your own; what is dropped here stays dropped") },
            { "host", $"hosts.{host.Name}" },
            { "has_zones", scope.Bridges.Length > 0 },
            { "zones", ZonesView.Of(scope) },
            { "definitions", ServiceSets.Definitions(scope.Services, bridgeSets) },
            { "address_sets", addressSets },
            { "service_sets", scope.Services.Views() },
            { "counters", scope.Counters },
            { "limits", limits },
            { "has_redirects", redirects.Length > 0 },
            { "redirects", redirects.Select(r => r.ToView()) },
            { "published", published },
            { "input", input },
            { "flows", flows },
            { "egress", egress },
            { "output", output },
            { "bridge", bridge },
        };
    }
}
