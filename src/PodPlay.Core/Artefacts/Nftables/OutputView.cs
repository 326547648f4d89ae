using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>What the host's own users may send to its zones: containers of a rootless user leave as processes of that user.</summary>
internal static class OutputView
{
    public static View Of(HostScope scope) => new()
    {
        { "rules", FlowIndex.Of(scope.Network).At(scope.Host).SelectMany(f => FromHost(f, scope)).Select(r => r.ToView()) },
        {
            // The destination and not the interface: for a published port that was translated in this very hook, the
            // interface is still that of the untranslated address (lo).
            "zones", FamilyWords.Both
                .Select(f => scope.Groups.Named(AddressGroup.ZoneNets(scope.Bridges), f) is { } set ? $"{f.Word()} daddr {set}" : null)
                .OfType<string>()
        },
    };

    private static IEnumerable<Rule> FromHost(Flow flow, HostScope scope)
    {
        if (flow.To is not FlowEnd.OfService { Service: var callee } || !scope.IsRouted(callee) || !IsHostProcess(flow.From, scope))
            yield break;
        foreach (var family in FamilyWords.Both.Where(f => ServiceSets.HasAddress(callee, f)))
        {
            foreach (var ports in PortMatch.Of(PortMatch.InContainer(flow.Ports)))
            {
                yield return new Rule(
                    $"{family.Word()} daddr {scope.Services.Named(callee, family)} {ports}", scope.Counter(Quote.NftName("to_", callee.Name)), flow.Path);
            }
        }
    }

    private static bool IsHostProcess(FlowEnd end, HostScope scope) => end switch
    {
        FlowEnd.OfHost { Host: var host } => host == scope.Host,
        FlowEnd.OfService { Service: var service } => scope.IsLocal(service),
        _ => false,
    };
}
