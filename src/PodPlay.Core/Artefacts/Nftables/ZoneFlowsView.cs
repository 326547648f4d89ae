using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>
/// Traffic from a zone to a zone, its own included (with br_netfilter it passes the forward hook too): first the zone that it
/// goes to, then the service, then the flows that lead there. Ports published on the host's address belong here when a
/// container calls them, since the translated packet is what counts.
/// </summary>
internal static class ZoneFlowsView
{
    public static View Of(HostScope scope)
    {
        var targets = scope.Host.Services
            .Where(scope.IsRouted)
            .Select(s => (Service: s, Rules: RulesTo(s, scope)))
            .Where(t => t.Rules.Length > 0)
            .ToList();
        var zones = scope.Bridges.Where(z => targets.Any(t => t.Service.Zone == z)).ToList();
        return new View
        {
            { "has_zones", zones.Count > 0 },
            { "zones", zones.Select(z => ZoneView(z, targets.Select(t => t.Service).Where(s => s.Zone == z), scope)) },
            { "services", targets.Select(t => new View { { "chain", ChainTo(t.Service) }, { "rules", t.Rules.Select(r => r.ToView()) } }) },
        };
    }

    private static View ZoneView(Zone zone, IEnumerable<Service> services, HostScope scope) => new()
    {
        { "bridge", zone.Bridge },
        { "chain", Quote.NftName("into_", zone.Name) },
        {
            "targets", services.SelectMany(s => FamilyWords.Both.Where(f => ServiceSets.HasAddress(s, f)).Select(f => new View
            {
                { "match", $"{f.Word()} daddr {scope.Services.Named(s, f)}" },
                { "chain", ChainTo(s) },
            }))
        },
    };

    private static ImmutableArray<Rule> RulesTo(Service service, HostScope scope)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var flow in FlowIndex.Of(scope.Network).To(service))
        {
            if (scope.ZoneCaller(flow.From) is not { } caller)
                continue;
            var callers = Callers.Of(caller, scope.Services, f => ServiceSets.HasAddress(service, f) ? "" : null);
            // The chain is entered by the service's address, so a zone's two families are one rule.
            foreach (var match in callers.Distinct())
            {
                foreach (var ports in PortMatch.Of(PortMatch.InContainer(flow.Ports)))
                    rules.Add(new Rule($"{match.TrimEnd()} {ports}", scope.Counter(ChainTo(service)), flow.Path));
            }
        }
        return rules.ToImmutable();
    }

    private static string ChainTo(Service service) => Quote.NftName("to_", service.Name);
}
