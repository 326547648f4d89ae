using PodPlay.Model;

namespace PodPlay.Artefacts.Backup;

/// <summary>The script by which a host saves its volumes, tries its archives, and brings them back. Its units are systemd's:
/// <see cref="Quadlet.BackupUnits"/>.</summary>
public sealed class BackupArtefact : IArtefact
{
    /// <summary>On the host.</summary>
    public const string Script = "/etc/podplay/backup/backup.sh";

    public string Id => "backup";

    public IEnumerable<PlannedFile> Plan(Network network) =>
        from host in network.Hosts
        let volumes = SavedVolume.On(host)
        where !volumes.IsEmpty
        select new PlannedFile($"{host.Name}{Script}", "backup/backup.sbn", BackupView.Of(network, host, volumes))
        {
            Effect = Effect.Of(EffectKind.Daemon, [.. volumes.Select(v => $"{v.SaveUnit}.service"), .. volumes.Select(v => $"{v.TestUnit}.service")]),
        };
}
