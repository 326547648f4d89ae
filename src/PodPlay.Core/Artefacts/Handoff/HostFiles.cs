using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Handoff;

/// <summary>The files of one host among all that are planned, by path.</summary>
internal static class HostFiles
{
    public static ImmutableArray<HostFile> Of(Host host, IEnumerable<PlannedFile> files) =>
    [
        .. files
            .Where(f => f.Path.StartsWith($"{host.Name}/", StringComparison.Ordinal))
            .Select(f => new HostFile(f.Path[(host.Name.Length + 1)..], f.Effect))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];
}
