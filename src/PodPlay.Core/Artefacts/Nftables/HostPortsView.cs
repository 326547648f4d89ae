using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Ports of host-network services and of rootless ones: they arrive at input, untranslated.</summary>
internal static class HostPortsView
{
    public static View Of(HostScope scope, ImmutableArray<Opening> openings)
    {
        var local = openings.Where(o => scope.IsLocal(o.Service)).ToList();
        var maps = new List<View>();
        var rules = new List<string>();
        foreach (var group in local.GroupBy(o => o.From.Name))
        {
            foreach (var protocol in Enum.GetValues<Protocol>())
                AddMap(scope, [.. group], protocol, maps, rules);
        }
        return new View
        {
            { "maps", maps },
            { "rules", rules },
            { "chains", local.Select(o => o.Service).Distinct().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => ServiceChain.ToView(scope, "host_", s, FamilyWords.Both.Select(f => Unheard(s, f)).OfType<string>())) },
        };
    }

    // The same port at an address of a bridge may be somebody else's: 53 there is podman's resolver, which is for its zone alone.
    private static string? Unheard(Service service, Family family) =>
        !service.IsServed(family) ? $"meta nfproto {family.Protocol()}"
        : service.HostListeners(family) is { IsEmpty: false } addresses ? $"{family.Word()} daddr != {FamilyWords.OneOf(addresses)}"
        : null;

    private static void AddMap(HostScope scope, ImmutableArray<Opening> group, Protocol protocol, List<View> maps, List<string> rules)
    {
        var map = new VerdictMap($"host_{group[0].From.Name}_{protocol.Word()}", "inet_service : verdict");
        foreach (var opening in group.Where(o => o.Port.Protocols.Contains(protocol)))
            map.Add(opening.HostPort.ToString(), !opening.HostPort.IsSingle, Quote.NftName("host_", opening.Service.Name), opening.Path);
        if (map.IsEmpty)
            return;
        maps.Add(map.ToView());
        // Anybody needs no family: one rule says both.
        rules.AddRange(FamilyWords.Both
            .Select(f => group[0].From.Match(scope.Groups, f))
            .OfType<string>()
            .Distinct()
            .Select(source => $"{source}{protocol.Word()} dport vmap @{map.Name}"));
    }
}
