using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>What leaves a zone for another machine.</summary>
internal static class EgressView
{
    public static View Of(HostScope scope)
    {
        var peers = FlowIndex.Of(scope.Network).At(scope.Host).SelectMany(f => ToOtherHost(f, scope)).ToImmutableArray();
        var declared = FlowIndex.Of(scope.Network).At(scope.Host).SelectMany(f => ToInternet(f, scope)).ToImmutableArray();
        var zones = scope.Bridges.Where(z => z.HasEgress)
            .Select(z => new Rule($"iifname \"{z.Bridge}\"", scope.Counter(CounterOf(z)), $"zones.{z.Name}.egress"));
        var inside = AddressGroup.Private(scope.Network);
        return new View
        {
            { "peers", peers.Select(r => r.ToView()) },
            {
                "private", FamilyWords.Both
                    .Where(f => scope.Bridges.Any(z => z.SubnetOf(f) is not null))
                    .Select(f => $"{f.Word()} daddr {scope.Groups.Named(inside, f)}")
            },
            { "internet", declared.Concat(zones).Select(r => r.ToView()) },
        };
    }

    // The port that the other host publishes: what runs behind it is that host's business.
    private static IEnumerable<Rule> ToOtherHost(Flow flow, HostScope scope)
    {
        if (flow.To is not FlowEnd.OfService { Service: var callee } || callee.Host == scope.Host || scope.ZoneCaller(flow.From) is not { } caller)
            yield break;
        foreach (var match in Callers.Of(caller, scope.Services, f => Callers.Destination(f, callee.Host.Addresses)))
        {
            foreach (var ports in PortMatch.Of(PortMatch.OnHost(flow.Ports)))
                yield return new Rule($"{match} {ports}", scope.Counter(CounterOf(caller.Zone)), flow.Path);
        }
    }

    private static IEnumerable<Rule> ToInternet(Flow flow, HostScope scope)
    {
        if (flow.To is not FlowEnd.Internet || scope.ZoneCaller(flow.From) is not { } caller)
            yield break;
        var ports = PortMatch.Of(flow.InternetPorts.Select(p => (p.Protocol, p.Ports))).ToList();
        foreach (var match in Callers.Of(caller, scope.Services, _ => "").Select(m => m.TrimEnd()).Distinct())
        {
            foreach (var rule in ports.Count == 0 ? [match] : ports.Select(p => $"{match} {p}"))
                yield return new Rule(rule, scope.Counter(CounterOf(caller.Zone)), flow.Path);
        }
    }

    private static string CounterOf(Zone zone) => Quote.NftName("out_", zone.Name);
}
