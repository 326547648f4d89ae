using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Apache;

/// <summary>A port on which Apache expects the PROXY protocol is the balancer's alone: anybody else's connection is closed at its first
/// byte (mod_remoteip, measured: curl ends with an empty reply).</summary>
internal static class ProxyPortChecks
{
    /// <param name="placeOf">From a spec path to its value's place.</param>
    /// <param name="keyOf">From a spec path to its key's place.</param>
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, Func<string, SourceSpan?> keyOf, DiagnosticBag diagnostics)
    {
        var balances = network.Services.SelectMany(s => s.Balances.Where(b => TlsSite.PassesThrough(network, b)).Select(b => (Balancer: s, Balance: b))).ToList();
        foreach (var group in balances.GroupBy(b => b.Balance.TargetPort))
        {
            var balance = group.First().Balance;
            var (target, port) = (balance.Target, balance.TargetPort);
            if (port.Exposure != Exposure.Private && placeOf(port.Path) is { } exposed)
                diagnostics.Report(Diagnose.ProxyPortCalled(exposed, port.From?.Name ?? (port.Exposure == Exposure.Public ? Diagnose.Internet : "the LAN"), target, port, balance, placeOf($"{balance.Path}.to")));
            var balancers = group.Select(b => b.Balancer).ToHashSet();
            foreach (var flow in network.Flows.Where(f => f.To is FlowEnd.OfService { Service: { } to } && to == target && f.Ports.Contains(port)))
            {
                if (StrangerIn(flow.From, balancers) is { } caller && keyOf(flow.Path) is { } place)
                    diagnostics.Report(Diagnose.ProxyPortCalled(place, caller, target, port, balance, placeOf($"{balance.Path}.to")));
            }
        }
    }

    private static string? StrangerIn(FlowEnd from, HashSet<Service> balancers) => from switch
    {
        FlowEnd.OfService { Service: { } service } => balancers.Contains(service) ? null : service.Name,
        FlowEnd.OfZone { Zone: { } zone } => zone.Services.All(balancers.Contains) ? null : $"zone {zone.Name}",
        FlowEnd.OfHost { Host.Name: { } host } => host,
        FlowEnd.OfSource { Source.Name: { } source } => source,
        _ => Diagnose.Internet,
    };
}
