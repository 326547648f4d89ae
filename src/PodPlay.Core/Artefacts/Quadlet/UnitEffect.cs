namespace PodPlay.Artefacts.Quadlet;

/// <summary>What a host does about a unit file.</summary>
internal static class UnitEffect
{
    /// <summary>Of a job nothing but the timer runs: a new unit counts when it is started next.</summary>
    public static Effect Of(Unit unit) => unit.Kind switch
    {
        "container" => unit.IsJob ? Effect.Of(EffectKind.Daemon, $"{Name(unit)}.service") : Effect.Of(EffectKind.Restart, $"{Name(unit)}.service"),
        "network" => Effect.Of(EffectKind.Network, $"{Name(unit)}-network.service"),
        "service" => Effect.Of(EffectKind.Daemon, unit.FileName),
        "volume" => Effect.Of(EffectKind.Daemon, $"{Name(unit)}-volume.service"),
        _ => Effect.Of(EffectKind.Enable, unit.FileName),
    };

    private static string Name(Unit unit) => unit.FileName[..unit.FileName.LastIndexOf('.')];
}
