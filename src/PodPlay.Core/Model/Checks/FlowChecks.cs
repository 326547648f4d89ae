using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Flows that cannot work, or that say what another one says.</summary>
internal static class FlowChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var ofZones = network.Flows.ToLookup(f => ((f.From as FlowEnd.OfZone)?.Zone, (f.To as FlowEnd.OfService)?.Service));
        foreach (var flow in network.Flows)
        {
            if (places.Key(flow.Path) is not { } place || flow.To is not FlowEnd.OfService { Service: { } server })
                continue;
            if (FlowIndex.HostOf(flow.From) != server.Host)
            {
                foreach (var port in flow.Ports.Where(p => p.Host is null))
                    diagnostics.Report(Diagnose.FlowNeedsHostPort(place, server, port, ClientName(flow.From)));
            }
            CheckRootless(flow, server, place, diagnostics);
            CheckWide(flow, server, places, diagnostics);
            CheckRedundant(ofZones, flow, server, place, places, diagnostics);
        }
        CheckBalances(network, places, diagnostics);
        CheckUnreached(network, places, diagnostics);
    }

    // A balancer calls its servers like any other client: saying where connections go does not open the way.
    private static void CheckBalances(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var balancer in network.Services)
        {
            foreach (var pool in balancer.Balances.SelectMany(b => b.Pools))
            {
                foreach (var upstream in pool.AllUpstreams.Where(u => u.Service != balancer && !IsAllowed(network, balancer, u.Service, u.Port)))
                {
                    if ((PoolChecks.PlaceOf(places, pool, upstream) ?? places.Value($"{pool.Path}.sorry")) is { } place)
                        diagnostics.Report(Diagnose.BalanceWithoutFlow(place, balancer, upstream.Service, upstream.Port, "no flow goes there"));
                }
            }
        }
    }

    internal static bool IsAllowed(Network network, Service client, Service server, Port port) => FlowIndex.Of(network).To(server).Any(f =>
        f.Ports.Contains(port)
        && (f.From is FlowEnd.OfService from && from.Service == client || f.From is FlowEnd.OfZone of && of.Zone == client.Zone));

    private static string ClientName(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service.Name: { } name } => name,
        FlowEnd.OfZone { Zone.Name: { } name } => name,
        FlowEnd.OfHost { Host.Name: { } name } => name,
        FlowEnd.OfSource { Source.Name: { } name } => name,
        _ => Diagnose.Internet,
    };

    // Containers of one rootless user share their own namespace: what they do there no ruleset of the host sees, and what leaves it
    // does so with the host's address.
    private static void CheckRootless(Flow flow, Service server, SourceSpan place, DiagnosticBag diagnostics)
    {
        var client = FlowIndex.HostOf(flow.From);
        if (client?.Rootless is not null && client == server.Host && server.IsOnHostNetwork && flow.From is not FlowEnd.OfHost)
            diagnostics.Report(Diagnose.RootlessFlow(place, flow.Text, client, "rootless client, host-network server"));
    }

    // One service that calls every port of another is one program; a zone is whatever will ever stand in it.
    private static void CheckWide(Flow flow, Service server, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var whom = flow.From switch
        {
            FlowEnd.OfZone { Zone.Name: { } zone } => $"everything in {zone}",
            FlowEnd.OfSource { Source.Name: { } source } => $"every address of {source}",
            FlowEnd.Internet => Diagnose.Internet,
            _ => null,
        };
        if (whom is null || !flow.IsForAnyPort || server.Ports.Length < 2)
            return;
        var place = places.Key($"{flow.Path}.ports") is null ? places.Item(flow.Path, "any") : places.Item($"{flow.Path}.ports", "any");
        if (place is { } any)
            diagnostics.Report(Diagnose.WideFlow(any, flow, server, whom));
    }

    private static void CheckRedundant(ILookup<(Zone?, Service?), Flow> ofZones, Flow flow, Service server, SourceSpan place, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (flow.From is not FlowEnd.OfService { Service.Zone: { } zone })
            return;
        var wider = ofZones[(zone, server)].FirstOrDefault(f => flow.Ports.All(f.Ports.Contains));
        if (wider is not null)
            diagnostics.Report(Diagnose.RedundantFlow(place, flow.Text, places.Key(wider.Path), wider.Text));
    }

    private static void CheckUnreached(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var reached = network.Flows.SelectMany(f => f.Ports).Concat(network.Services.SelectMany(s => s.Balances).SelectMany(b => b.Upstreams).Select(u => u.Port)).ToHashSet();
        // On a wire everybody reaches it, and a finding says so.
        foreach (var service in network.Services.Where(s => s.Zone?.Attachment is null))
        {
            foreach (var port in service.Ports.Where(p => p.Exposure == Exposure.Private && !reached.Contains(p)))
            {
                if (places.Value(port.Path) is { } place)
                    diagnostics.Report(Diagnose.UnreachedPort(place, service, port));
            }
        }
    }
}
