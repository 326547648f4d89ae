using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Apache;

/// <summary>A port on which a service expects the PROXY protocol is the balancer's alone: anybody else's connection is closed at its first
/// byte (Apache's mod_remoteip, measured: curl ends with an empty reply).</summary>
internal static class ProxyPortChecks
{
    /// <param name="placeOf">From a spec path to its value's place.</param>
    /// <param name="keyOf">From a spec path to its key's place.</param>
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, Func<string, SourceSpan?> keyOf, DiagnosticBag diagnostics)
    {
        var calls =
            from balancer in network.Services
            from balance in balancer.Balances
            from upstream in balance.Upstreams
            where upstream.Service != balancer && (upstream.Port.ExpectsProxy || TlsSite.PassesThrough(network, balance, upstream))
            select (Balancer: balancer, Balance: balance, Upstream: upstream);
        foreach (var group in calls.GroupBy(c => c.Upstream.Port))
        {
            var (target, balance) = (group.First().Upstream, group.First().Balance);
            // A port that says proxy: itself is asked about that elsewhere.
            if (!target.Port.ExpectsProxy && target.Port.Exposure != Exposure.Private && placeOf(target.Port.Path) is { } exposed)
                diagnostics.Report(Diagnose.ProxyPortCalled(exposed, ExposedTo(target.Port), target, balance, keyOf(balance.Path)));
            var balancers = group.Select(c => c.Balancer).ToHashSet();
            foreach (var flow in FlowIndex.Of(network).To(target.Service).Where(f => f.Ports.Contains(target.Port)))
            {
                if (StrangerIn(flow.From, balancers) is { } caller && keyOf(flow.Path) is { } place)
                    diagnostics.Report(Diagnose.ProxyPortCalled(place, caller, target, balance, keyOf(balance.Path)));
            }
        }
    }

    private static string ExposedTo(Port port) => port.From?.Name ?? (port.Exposure == Exposure.Public ? Diagnose.Internet : "the LAN");

    private static string? StrangerIn(FlowEnd from, HashSet<Service> balancers) => from switch
    {
        FlowEnd.OfService { Service: { } service } => balancers.Contains(service) ? null : service.Name,
        FlowEnd.OfZone { Zone: { } zone } => zone.Services.All(balancers.Contains) ? null : $"zone {zone.Name}",
        FlowEnd.OfHost { Host.Name: { } host } => host,
        FlowEnd.OfSource { Source.Name: { } source } => source,
        _ => Diagnose.Internet,
    };
}
