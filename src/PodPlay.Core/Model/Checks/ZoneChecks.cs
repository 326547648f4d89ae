using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Zones and hosts as a whole: unused ones, contradictions, and the administrator's way in.</summary>
internal static class ZoneChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var zone in network.Zones)
        {
            // A service whose zone or name is misspelt may be meant for this one.
            if (zone.Services.IsEmpty && !diagnostics.Contains(Diagnose.UnknownZoneRule) && !diagnostics.Contains(Diagnose.InvalidLabelRule) && places.Key($"zones.{zone.Name}") is { } place)
                diagnostics.Report(Diagnose.UnusedZone(place, zone.Name));
            if (!zone.HasEgress && zone.Attachment is null)
                CheckClosedZone(network, zone, places, diagnostics);
        }
        foreach (var host in network.Hosts)
            CheckHost(network, host, places, diagnostics);
        CheckHostAddresses(network, places, diagnostics);
    }

    private static void CheckClosedZone(Network network, Zone zone, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in zone.Services)
        {
            var path = $"services.{service.Name}";
            if (service.Ports.Any(p => p.Exposure == Exposure.Public) && places.Key($"{path}.public") is { } open)
                diagnostics.Report(Diagnose.ZoneContradicted(open, zone, service, places.Key($"zones.{zone.Name}")));
            var mayLeave = FlowIndex.Of(network).In(zone).Any(f => f.To is FlowEnd.Internet && (f.From is FlowEnd.OfService from && from.Service == service || f.From is FlowEnd.OfZone of && of.Zone == zone));
            if (mayLeave || places.Value($"{path}.zone") is not { } place)
                continue;
            if (network.Certificates.Any(c => c.Solver == service))
                diagnostics.Report(Diagnose.EgressNeeded(place, service, zone, "the ACME server"));
            else if (service.Ports.Any(p => p.Exposure == Exposure.Public && MailPorts.RoleOf(p) == MailRole.Exchange))
                diagnostics.Report(Diagnose.EgressNeeded(place, service, zone, "other mail servers"));
        }
    }

    private static void CheckHost(Network network, Host host, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (host.Services.IsEmpty && places.Key($"hosts.{host.Name}") is { } unused)
            diagnostics.Report(Diagnose.UnusedHost(unused, host.Name));
        if (host is { Rootless: null, Uplink: null } && host.AddressOf(Family.IPv6) is not null && host.Zones.Any(z => z.Attachment is null && z.SubnetOf(Family.IPv6) is not null)
            && places.Key($"hosts.{host.Name}") is { } named)
            diagnostics.Report(Diagnose.UplinkUnknown(named, host));
        if (host.Admin is null && places.Value($"hosts.{host.Name}.admin.ssh") is { } closed)
            diagnostics.Report(Diagnose.AdminLockout(closed, host.Name));
        if (!network.Router.IsDeclared && places.Key($"hosts.{host.Name}") is { } place)
            diagnostics.Report(Diagnose.LanAssumed(place, host.Name));
    }

    private static void CheckHostAddresses(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var seen = network.Router.Addresses.ToDictionary(a => a, _ => "the router");
        foreach (var host in network.Hosts.OrderBy(h => places.Key($"hosts.{h.Name}")?.Start))
        {
            foreach (var address in host.Addresses)
            {
                if (places.Item($"hosts.{host.Name}.address", address.ToString()) is not { } place)
                    continue;
                if (!seen.TryAdd(address, host.Name))
                    diagnostics.Report(Diagnose.HostAddressTwice(place, address, seen[address]));
                if (network.Router.IsDeclared && network.Router.Lan.Any(l => l.Family == address.Family) && !network.Router.Lan.Any(l => l.Contains(address)))
                    diagnostics.Report(Diagnose.HostNotOnLan(place, address));
            }
        }
    }
}
