using PodPlay.Artefacts.Quadlet;

namespace PodPlay.Changes;

/// <summary>What a unit is to systemd and podman on its host.</summary>
internal static class UnitFacts
{
    /// <summary>What Quadlet calls the service that it makes of the file: podman-systemd.unit(5).</summary>
    public static string ServiceName(this Unit unit) => unit.Kind switch
    {
        "container" => $"{unit.FileName[..^".container".Length]}.service",
        "network" => $"{unit.FileName[..^".network".Length]}-network.service",
        "volume" => $"{unit.FileName[..^".volume".Length]}-volume.service",
        _ => unit.FileName,
    };

    /// <summary>A container that runs all the time.</summary>
    public static bool IsRunningContainer(this Unit unit) => unit.Kind == "container" && unit.Sections.Any(s => s.Name == "Install");

    /// <summary>What something else starts at its time: its timer, a path.</summary>
    public static bool IsJob(this Unit unit) => unit.Kind == "service" || (unit.Kind == "container" && !unit.IsRunningContainer());

    /// <summary>Podman's name of a network.</summary>
    public static string NetworkName(this Unit network) => network.Values("NetworkName").Single();

    /// <summary>Whose manager runs it; null: the system's.</summary>
    public static string? User(this Unit unit) => unit.Host.Rootless?.User;

    /// <summary>The values of a key, in their order.</summary>
    public static IEnumerable<string> Values(this Unit unit, string key) => unit.Sections.SelectMany(s => s.Keys).Where(k => k.Name == key).Select(k => k.Value);
}
