using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Networks that have IPv6 in one part and not in another.</summary>
internal static class DualStackChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (HasIPv6(network))
        {
            foreach (var zone in network.Zones.Where(z => !z.Subnets.IsEmpty && z.SubnetOf(Family.IPv6) is null))
                Report($"zone {zone.Name}", $"zones.{zone.Name}.subnets", zone.Services);
            foreach (var host in network.Hosts.Where(h => h.AddressOf(Family.IPv6) is null))
                Report($"host {host.Name}", $"hosts.{host.Name}.address", host.Services);
        }
        foreach (var flow in network.Flows)
            CheckFlow(flow, places, diagnostics);

        void Report(string what, string path, IEnumerable<Service> services)
        {
            var exposed = services.Where(s => s.Ports.Any(p => p.Exposure == Exposure.Public)).Select(s => s.Name).ToList();
            if (exposed.Count > 0 && places.Key(path) is { } place)
                diagnostics.Report(Diagnose.HalfDualStack(place, what, exposed));
        }
    }

    internal static bool HasIPv6(Network network) =>
        network.Hosts.Any(h => h.AddressOf(Family.IPv6) is not null) || network.Zones.Any(z => z.SubnetOf(Family.IPv6) is not null);

    private static void CheckFlow(Flow flow, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (flow.To is not FlowEnd.OfService { Service.Zone: { } server } || ClientZone(flow) is not { } client || places.Key(flow.Path) is not { } place)
            return;
        if (client.SubnetOf(Family.IPv6) is not null && server.SubnetOf(Family.IPv6) is null && server.SubnetOf(Family.IPv4) is not null && client.SubnetOf(Family.IPv4) is not null)
            diagnostics.Report(Diagnose.HalfDualStackFlow(place, flow.Text, client, server));
        else if (client.Host == server.Host && !client.Subnets.IsEmpty && !server.Subnets.IsEmpty && !client.Subnets.Any(s => server.SubnetOf(s.Family) is not null))
            diagnostics.Report(Diagnose.FlowWithoutAddress(place, flow.Text, client.Name, server.Name));
    }

    private static Zone? ClientZone(Flow flow) => flow.From switch
    {
        FlowEnd.OfService { Service.Zone: { } zone } => zone,
        FlowEnd.OfZone { Zone: { } zone } => zone,
        _ => null,
    };
}
