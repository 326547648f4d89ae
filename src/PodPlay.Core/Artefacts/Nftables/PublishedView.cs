using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Published ports of containers behind the host's bridges: judged in forward, after netavark has translated them.</summary>
internal static class PublishedView
{
    /// <summary>
    /// Maps from (port that the client called, container, container's port) to the service's chain. All three must fit, so that
    /// neither another container nor one that came back with another address inherits a permission. One map for each
    /// protocol and family: nft 1.0.6 takes <c>ct original proto-dst</c> in a concatenation only behind <c>meta l4proto tcp</c>.
    /// </summary>
    public static View Of(HostScope scope, ImmutableArray<Opening> openings, ImmutableArray<Redirect> redirects)
    {
        var published = openings.Where(o => scope.IsRouted(o.Service)).ToList();
        var maps = new List<View>();
        var rules = new List<string>();
        foreach (var group in published.GroupBy(o => o.From.Name))
        {
            foreach (var family in FamilyWords.Both)
            {
                foreach (var protocol in Enum.GetValues<Protocol>())
                    AddMap(scope, [.. group], [.. redirects], family, protocol, maps, rules);
            }
        }
        return new View
        {
            { "maps", maps },
            { "rules", rules },
            { "chains", published.Select(o => o.Service).Distinct().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => ServiceChain.ToView(scope, "pub_", s, [])) },
        };
    }

    private static void AddMap(
        HostScope scope, ImmutableArray<Opening> group, ImmutableArray<Redirect> redirects, Family family, Protocol protocol, List<View> maps, List<string> rules)
    {
        var map = new VerdictMap($"pub_{group[0].From.Name}_{protocol.Word()}{family.Digit()}", $"inet_service . {family.AddressType()} . inet_service : verdict");
        foreach (var opening in group.Where(o => o.Port.Protocols.Contains(protocol) && o.Service.IsServed(family)))
            AddElements(map, opening, redirects.Where(r => family == Family.IPv6 && r.Protocol == protocol && r.Port == opening.Port), family);
        if (map.IsEmpty || group[0].From.Match(scope.Groups, family) is not { } source)
            return;
        maps.Add(map.ToView());
        rules.Add($"{source}meta l4proto {protocol.Word()} ct original proto-dst . {family.Word()} daddr . {protocol.Word()} dport vmap @{map.Name}");
    }

    private static void AddElements(VerdictMap map, Opening opening, IEnumerable<Redirect> redirects, Family family)
    {
        var (port, chain) = (opening.Port, Quote.NftName("pub_", opening.Service.Name));
        foreach (var address in opening.Service.Replicas.Select(r => r.AddressOf(family)).OfType<Address>())
        {
            map.Add($"{opening.HostPort} . {address} . {port.Container}", !(opening.HostPort.IsSingle && port.Container.IsSingle), chain, opening.Path);
            foreach (var redirect in redirects)
                map.Add($"{redirect.From} . {address} . {redirect.ToPort}", false, chain, opening.Path);
        }
    }
}
