using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>The machine: its addresses, its podman, whether its user lingers; and what it could not tell.</summary>
internal static class MachineDrift
{
    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report)
    {
        var host = target.Host;
        foreach (var address in host.Addresses.Where(a => !report.Addresses.Contains(a.ToString())))
            yield return new(DriftKind.Changed, $"address {address}", "is not this host's any more", target.Path, "ip address show; what is published there listens nowhere");
        if (report.Podman is { } podman && podman < host.Podman)
            yield return new(DriftKind.Changed, "podman", $"is {podman}, and the units are for {host.Podman}", target.Path, $"upgrade it, or say hosts.{host.Name}.podman: {podman}");
        if (host.Rootless is { } user && !report.Lingers)
            yield return new(DriftKind.Changed, $"user {user.User}", "does not linger: its services end with its last session", $"{target.Path}.rootless", $"loginctl enable-linger {user.User}");
        foreach (var (section, reason) in report.Unseen)
            yield return new(DriftKind.Changed, $"section {section}", $"could not be looked at: {reason}", target.Path, "mend that and collect again");
    }
}
