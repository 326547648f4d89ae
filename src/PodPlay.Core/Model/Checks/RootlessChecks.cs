using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>What a rootless host cannot do, or does otherwise than people expect.</summary>
internal static class RootlessChecks
{
    private const int FirstUnprivileged = 1024;
    private const string UnprivilegedStart = "net.ipv4.ip_unprivileged_port_start";

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var host in network.Hosts.Where(h => h.Rootless is not null))
        {
            CheckPorts(host, places, diagnostics);
            foreach (var service in host.Services.Where(s => s.Zone is not null))
                CheckClientAddress(service, places, diagnostics);
            if (host.Zones.Length > 1 && places.Value($"hosts.{host.Name}.rootless") is { } place)
                diagnostics.Report(Diagnose.RootlessZones(place, host));
        }
    }

    private static void CheckPorts(Host host, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var setting = host.Sysctl.FirstOrDefault(s => s.Key == UnprivilegedStart)?.Value;
        var first = int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : FirstUnprivileged;
        var low = host.Services.SelectMany(s => s.Ports).Where(p => p.Host is { } range && range.First < first).ToList();
        foreach (var port in low)
        {
            if (places.Value(port.Path) is { } place)
                diagnostics.Report(Diagnose.PrivilegedPortRootless(place, host, port, first, low.Min(p => p.Host!.Value.First), places.Value($"hosts.{host.Name}.rootless")));
        }
    }

    // Measured on podman 5.4: with a network of its own every client appears as the container's own address. docker-mailserver and
    // mailcow became open relays that way.
    private static void CheckClientAddress(Service service, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var exposed = service.Ports.Where(p => p.Host is not null).ToList();
        // Limits of connections are held by the host's ruleset, which sees who calls; those of requests by the balancer.
        var (port, reason) = (exposed.Find(p => MailPorts.Sends(MailPorts.RoleOf(p))), exposed.Find(p => p.Container.Contains(53)), service.Limits?.RequestsPerSecond) switch
        {
            ({ } mail, _, _) => (mail, "a mail server that trusts its own network relays for the whole internet"),
            (_, { } dns, _) => (dns, "a name server with views takes the whole internet for its inside"),
            (_, _, not null) when exposed.Count > 0 => (exposed[0], "a limit of requests for each client becomes one limit for all of them"),
            _ => (null, ""),
        };
        if (port is not null && places.Key(port.Path) is { } place)
            diagnostics.Report(Diagnose.ClientAddressLost(place, service, reason, places.Value($"hosts.{service.Host.Name}.rootless")));
    }
}
