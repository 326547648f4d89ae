using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Where a host looks for units, and what its services are started by.</summary>
internal static class UnitFolders
{
    /// <summary>Read by the Quadlet generator. Root skips <c>users/</c>.</summary>
    public static string Quadlet(Host host) => host.Rootless is { } user
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host.Name}/etc/containers/systemd/users/{user.Uid}")
        : $"{host.Name}/etc/containers/systemd";

    /// <summary>Read by systemd itself: targets and timers.</summary>
    public static string Systemd(Host host) => $"{host.Name}/etc/systemd/{(host.Rootless is null ? "system" : "user")}";

    /// <summary>multi-user.target does not exist in a user's manager: a unit that names it is never started at boot.</summary>
    public static string BootTarget(Host host) => host.Rootless is null ? "multi-user.target" : "default.target";
}
