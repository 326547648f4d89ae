using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Backup;

/// <summary>What <c>backup.sbn</c> sees, in the shell's words.</summary>
internal static class BackupView
{
    public static View Of(Network network, Host host, ImmutableArray<SavedVolume> volumes) => new()
    {
        { "header", Header.Lines() },
        { "systemctl", host.Rootless is null ? "systemctl" : "systemctl --user" },
        { "prefix", network.Name },
        { "volumes", volumes.Select(Of) },
    };

    private static View Of(SavedVolume volume) => new()
    {
        { "name", volume.Name },
        { "path", volume.Backup.Path },
        { "folder", Quote.Shell($"{volume.Backup.Folder.TrimEnd('/')}/{volume.Name}") },
        { "keep", volume.Backup.Keep },
        { "container", volume.Container },
        { "image", Quote.Shell(volume.Service.Image) },
        { "options", Quote.Shell(string.Join(' ', LikeTheService(volume.Service))) },
        { "mount", Quote.Shell(ContainerMounts.Target(volume.Service, volume.Mount)) },
        { "writers", Quote.Shell(string.Join(' ', volume.WriterUnits)) },
        { "stops", volume.Backup.Stops ? "yes" : "no" },
        { "kind", volume.Backup.Dump is null ? "tar" : "dump" },
        { "dump", Quote.Shell(volume.Backup.Dump ?? "") },
        { "load", Quote.Shell(volume.Backup.Load ?? "") },
        { "check", Quote.Shell(volume.Backup.Check ?? "") },
    };

    // Who looks at an archive is who would use it.
    private static IEnumerable<string> LikeTheService(Service service)
    {
        if (service.HasOwnUserNamespace)
            yield return "--userns auto";
        if (service.User is { } user)
            yield return $"--user {user}";
    }
}
