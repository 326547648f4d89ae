using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Programs that are not root, on ports below 1024. In a zone podplay lowers the bound of the container's own namespace; on the
/// host's network podman refuses every net.* setting.</summary>
internal static class LowPortChecks
{
    private const string Start = "net.ipv4.ip_unprivileged_port_start";
    private const int Default = 1024;

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var host in network.Hosts.Where(h => h.Rootless is null))
        {
            if (Setting(host.Sysctl) is { } start && start < Default && places.Value($"hosts.{host.Name}.sysctl.{Start}") is { } place)
                diagnostics.Report(Diagnose.LowPortsForAll(place, host, start));
        }
        foreach (var service in network.Services.Where(s => s.Host.Rootless is null && UserOf(s) is not null && !s.Capabilities.Contains("NET_BIND_SERVICE")))
        {
            var start = service.IsOnHostNetwork ? Setting(service.Host.Sysctl) ?? Default : Setting(service.Sysctl) ?? 0;
            foreach (var port in service.Ports.Where(p => p.Container.First < start))
            {
                if (places.Value(port.Path) is { } place)
                    diagnostics.Report(Diagnose.LowPortNonRoot(place, service, port, UserOf(service)!, start));
            }
        }
    }

    // The haproxy image has run as the user haproxy since 2.4 (docker-library/haproxy, Dockerfile). Of other images nothing is known here.
    private static string? UserOf(Service service) => service.User?.Split(':')[0] switch
    {
        null => service.Balances.IsEmpty ? null : "haproxy, the user of its image",
        "root" or "0" => null,
        var user => $"user {user}",
    };

    private static int? Setting(IEnumerable<SysctlSetting> settings) =>
        settings.FirstOrDefault(s => s.Key == Start) is { } setting && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
