using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>
/// Which podman knows which key, read from the generator's source at every release from 4.4 to 5.8. An unknown key makes the
/// generator skip the whole unit, so that a newer one is never emitted.
/// </summary>
/// <remarks>A few entries name a value, not a key (<c>Notify=healthy</c>): the key is older than that value.</remarks>
public static class QuadletKeys
{
    private static readonly ImmutableSortedDictionary<string, PodmanVersion> First = Table(
        // .network
        ("Network", 4, 4, "Driver Subnet Gateway IPRange IPv6 Internal DisableDNS IPAMDriver Options Label"),
        ("Network", 4, 6, "PodmanArgs"),
        ("Network", 4, 7, "NetworkName DNS"),
        ("Network", 4, 8, "GlobalArgs ContainersConfModule"),
        ("Network", 5, 3, "ServiceName"),
        ("Network", 5, 5, "NetworkDeleteOnStop"),
        ("Network", 5, 6, "InterfaceName"),
        // .volume
        ("Volume", 4, 4, "Copy Device Driver Group Label Options Type User"),
        ("Volume", 4, 6, "PodmanArgs"),
        ("Volume", 4, 7, "VolumeName"),
        ("Volume", 4, 8, "GlobalArgs ContainersConfModule Image"),
        ("Volume", 5, 3, "ServiceName"),
        // .container
        ("Container", 4, 4, "AddCapability AddDevice Annotation ContainerName DropCapability Environment EnvironmentFile"),
        ("Container", 4, 4, "EnvironmentHost Exec ExposeHostPort Group Image Label Network NoNewPrivileges Notify PodmanArgs"),
        ("Container", 4, 4, "PublishPort ReadOnly RunInit SeccompProfile Timezone User VolatileTmp Volume"),
        ("Container", 4, 5, "HealthCmd HealthInterval HealthOnFailure HealthRetries HealthStartPeriod HealthStartupCmd"),
        ("Container", 4, 5, "HealthStartupInterval HealthStartupRetries HealthStartupSuccess HealthStartupTimeout HealthTimeout"),
        ("Container", 4, 5, "IP IP6 LogDriver Mount Rootfs Secret SecurityLabelDisable Tmpfs UserNS"),
        ("Container", 4, 6, "AutoUpdate HostName Mask Pull SecurityLabelNested Sysctl Unmask WorkingDir"),
        ("Container", 4, 7, "DNS DNSOption DNSSearch PidsLimit ShmSize Ulimit"),
        ("Container", 4, 8, "ContainersConfModule GIDMap GlobalArgs ReadOnlyTmpfs SubGIDMap SubUIDMap UIDMap"),
        ("Container", 5, 0, "Entrypoint Notify=healthy Pod StopTimeout"),
        ("Container", 5, 1, "GroupAdd"),
        ("Container", 5, 2, "LogOpt NetworkAlias StopSignal"),
        ("Container", 5, 3, "AddHost CgroupsMode HealthLogDestination HealthMaxLogCount HealthMaxLogSize ServiceName StartWithPod"),
        ("Container", 5, 5, "Memory ReloadCmd ReloadSignal Retry RetryDelay"),
        ("Container", 5, 7, "HttpProxy"),
        ("Container", 5, 8, "AppArmor"));

    /// <summary>The first podman with the key; null for a key of systemd's own sections or one that no podman has.</summary>
    public static PodmanVersion? Since(string section, string key) =>
        First.TryGetValue($"{section}.{key}", out var version) ? version : null;

    /// <summary>Whether a section is Quadlet's, so that its keys depend on podman.</summary>
    public static bool IsVersioned(string section) => section is "Container" or "Network" or "Volume";

    public static bool Knows(PodmanVersion podman, string section, string key) => Since(section, key) is { } since && podman >= since;

    private static ImmutableSortedDictionary<string, PodmanVersion> Table(params (string Section, int Major, int Minor, string Keys)[] rows) =>
        rows
            .SelectMany(r => r.Keys.Split(' ').Select(key => KeyValuePair.Create($"{r.Section}.{key}", new PodmanVersion(r.Major, r.Minor))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
