using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>
/// <c>table bridge podplay</c>: containers on one bridge never pass the inet forward hook, unless br_netfilter is on. Without
/// connection tracking, which the bridge family has on some kernels only: what opens a connection is judged, and UDP in
/// both directions.
/// </summary>
internal static class BridgeView
{
    public static View Of(HostScope scope, ServiceSets sets)
    {
        var counters = new SortedSet<string>(StringComparer.Ordinal);
        var rules = FlowIndex.Of(scope.Network).At(scope.Host).SelectMany(f => Rules(f, scope, sets)).ToList();
        counters.UnionWith(rules.Select(r => r.Counter));
        return new View
        {
            { "rules", rules.Select(r => r.ToView()) },
            { "counters", counters },
            {
                "zones", FamilyWords.Both
                    .Where(f => scope.Bridges.Any(z => z.SubnetOf(f) is not null))
                    .Select(f => new View
                    {
                        { "set", $"zone_nets{f.Digit()}" },
                        { "type", f.AddressType() },
                        { "elements", AddressGroup.ZoneNets(scope.Bridges).Elements(f) },
                        { "family", f.Word() },
                    })
            },
            { "sets", sets.Views() },
        };
    }

    private static IEnumerable<Rule> Rules(Flow flow, HostScope scope, ServiceSets sets)
    {
        if (flow.To is not FlowEnd.OfService { Service: var callee } || scope.ZoneCaller(flow.From) is not { } caller || callee.Zone != caller.Zone)
            yield break;
        var ports = PortMatch.InContainer(flow.Ports).ToList();
        var counter = Quote.NftName("to_", callee.Name);
        foreach (var family in FamilyWords.Both.Where(f => ServiceSets.HasAddress(callee, f)))
        {
            if (AddressesOf(caller, family, sets) is not { } addresses)
                continue;
            var (word, target) = (family.Word(), sets.Named(callee, family));
            foreach (var match in PortMatch.Of(ports))
                yield return new Rule($"{word} saddr {addresses} {word} daddr {target} {match}", counter, flow.Path);
            foreach (var match in PortMatch.Of(ports.Where(p => p.Protocol == Protocol.Udp), "sport"))
                yield return new Rule($"{word} saddr {target} {word} daddr {addresses} {match}", counter, $"{flow.Path} (answers)");
        }
    }

    private static string? AddressesOf((Zone Zone, Service? Service) caller, Family family, ServiceSets sets) => caller.Service switch
    {
        null => caller.Zone.SubnetOf(family)?.Prefix.ToString(),
        { } service => ServiceSets.HasAddress(service, family) ? sets.Named(service, family) : null,
    };
}
