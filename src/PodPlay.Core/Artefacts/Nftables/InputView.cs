using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>What the host itself answers.</summary>
internal static class InputView
{
    public static View Of(HostScope scope, ImmutableArray<Opening> openings)
    {
        var ports = HostPortsView.Of(scope, openings);
        return new View
        {
            { "ssh", Ssh(scope).Select(r => r.ToView()) },
            { "ports", ports },
            { "resolvers", Resolvers(scope) },
            { "zone_rules", FlowIndex.Of(scope.Network).At(scope.Host).SelectMany(f => FromZone(f, scope)).Select(r => r.ToView()) },
        };
    }

    private static IEnumerable<Rule> Ssh(HostScope scope)
    {
        if (scope.Host.Admin is not { } admin)
            yield break;
        var from = admin.From is { } source ? AddressGroup.Of(source) : AddressGroup.Lan(scope.Network);
        foreach (var family in FamilyWords.Both)
        {
            if (scope.Groups.From(from, family) is not { } match)
                continue;
            var router = scope.Groups.Named(AddressGroup.Router(scope.Network), family) is { } set ? $" {family.Word()} saddr != {set}" : "";
            yield return new Rule($"{match}{router} tcp dport {admin.SshPort}", scope.Counter("ssh"), $"hosts.{scope.Host.Name}.admin");
        }
    }

    /// <summary>Sets of (bridge, its gateway), where podman's resolver answers: keyed by bridge, or a container could ask the
    /// resolver of a zone that it does not belong to.</summary>
    private static IEnumerable<View> Resolvers(HostScope scope) => FamilyWords.Both
        .Select(f => (Family: f, Zones: scope.Bridges.Where(z => z.SubnetOf(f) is not null).ToList()))
        .Where(r => r.Zones.Count > 0)
        .Select(r => new View
        {
            { "set", $"resolver{r.Family.Digit()}" },
            { "type", $"ifname . {r.Family.AddressType()}" },
            { "elements", r.Zones.Select(z => $"\"{z.Bridge}\" . {z.SubnetOf(r.Family)!.Gateway}") },
            { "match", $"iifname . {r.Family.Word()} daddr @resolver{r.Family.Digit()}" },
        });

    // A host-network service, called by a container of the same host: at any address that the spec gives the host.
    private static IEnumerable<Rule> FromZone(Flow flow, HostScope scope)
    {
        if (flow.To is not FlowEnd.OfService { Service: var callee } || !scope.IsLocal(callee) || scope.ZoneCaller(flow.From) is not { } caller)
            yield break;
        foreach (var match in Callers.Of(caller, scope.Services, f => Callers.Destination(f, scope.Host.Addresses)))
        {
            foreach (var ports in PortMatch.Of(PortMatch.OnHost(flow.Ports)))
                yield return new Rule($"{match} {ports}", scope.Counter(Quote.NftName("host_", callee.Name)), flow.Path);
        }
    }
}
