using System.Collections.Immutable;

namespace PodPlay.Artefacts.Handoff;

/// <summary>The units that a host's tree brings, by name.</summary>
internal static class HostUnits
{
    public static ImmutableArray<HostUnit> Of(IEnumerable<HostFile> files) =>
    [
        .. files
            .Where(f => f.Path.Contains("/systemd/", StringComparison.Ordinal))
            .SelectMany(f => f.Effect.Units, (f, unit) => new HostUnit(unit, f.Path, f.Effect.Kind))
            .OrderBy(u => u.Name, StringComparer.Ordinal),
    ];
}
