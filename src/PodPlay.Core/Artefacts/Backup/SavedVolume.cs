using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Backup;

/// <summary>A volume that is saved, and the service that says how.</summary>
internal sealed record SavedVolume(string Name, Service Service, Volume Mount)
{
    public Model.Backup Backup => Mount.Backup!;

    /// <summary>The run as the unit's own: <c>podplay-backup-db-data.service</c>.</summary>
    public string SaveUnit => $"podplay-backup-{Name}";

    public string TestUnit => $"podplay-restore-test-{Name}";

    /// <summary>The container in which a dump is made and read: of replicas the first one.</summary>
    public string Container => Service.Replicas[0].Name;

    /// <summary>Units of this host whose containers write into it, in the order of their names.</summary>
    public IEnumerable<string> WriterUnits => Service.Host.Services
        .Where(s => s.Volumes.Any(v => v.Name == Name && !v.IsReadOnly))
        .SelectMany(s => s.Replicas).Select(r => $"{r.Name}.service");

    /// <summary>All of a host, by name.</summary>
    public static ImmutableArray<SavedVolume> On(Host host) =>
    [
        .. host.Services
            .SelectMany(s => s.Volumes.Where(v => v is { Name: not null, Backup: not null }).Select(v => new SavedVolume(v.Name!, s, v)))
            .OrderBy(v => v.Name, StringComparer.Ordinal),
    ];
}
