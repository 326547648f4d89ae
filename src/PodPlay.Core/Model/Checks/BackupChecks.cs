using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Can each volume be saved as the spec says, and be brought back?</summary>
internal static class BackupChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var saved = (from service in network.Services from volume in service.Volumes where volume.Backup is not null select (service, volume)).ToList();
        foreach (var (service, volume) in saved)
        {
            if (places.Key(volume.Backup!.Path) is not { } key)
                continue;
            if (volume.HostPath is { } folder)
            {
                diagnostics.Report(Diagnose.BackupOfFolder(key, folder));
                continue;
            }
            CheckDump(service, volume.Backup, places, diagnostics);
            CheckTorn(service, volume, places, diagnostics);
            CheckFolder(service, volume.Backup, places, diagnostics);
            foreach (var (other, same) in saved.TakeWhile(s => s.volume != volume).Where(s => s.volume.Name == volume.Name))
            {
                if (other.Host == service.Host)
                    diagnostics.Report(Diagnose.BackupTwice(key, volume.Name!, service, other, places.Key(same.Backup!.Path)));
                else if (same.Backup!.Folder == volume.Backup.Folder && places.Value($"{volume.Backup.Path}.to") is { } to)
                    diagnostics.Report(Diagnose.BackupShared(to, volume.Name!, volume.Backup.Folder, service.Host, other.Host, places.Value($"{same.Backup.Path}.to")));
            }
        }
    }

    private static void CheckDump(Service service, Backup backup, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (backup.Dump is null)
        {
            if (places.Key($"{backup.Path}.load") is { } load)
                diagnostics.Report(Diagnose.DumpImpossible(load, service, "load without a dump", "load reads what dump has written", "dump: the command whose output it reads"));
            return;
        }
        if (places.Key($"{backup.Path}.dump") is not { } place)
            return;
        if (backup.Load is null)
            diagnostics.Report(Diagnose.DumpImpossible(place, service, "a dump without load", "on the day on which it is needed nobody remembers how it is read", "load: the command that reads it, as psql -U postgres for pg_dumpall"));
        if (backup.Stops)
            diagnostics.Report(Diagnose.DumpImpossible(places.Entry($"{backup.Path}.stop") ?? place, service, "stopped, and asked for a dump", "the command runs in the container of the running service", "remove stop:"));
        if (service.Timer is not null)
            diagnostics.Report(Diagnose.DumpImpossible(place, service, "a dump of a job", "the command runs in the container of the running service, and a job has none most of the time", "without dump: its files are saved"));
    }

    private static void CheckTorn(Service service, Volume volume, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (volume.Backup is not { Stops: false, Dump: null } backup || places.Entry($"{backup.Path}.stop") is not { } stop)
            return;
        var writers = service.Host.Services.Where(s => s.Volumes.Any(v => v.Name == volume.Name && !v.IsReadOnly)).Select(s => s.Name).ToList();
        if (writers.Count > 0)
            diagnostics.Report(Diagnose.BackupTorn(stop, volume.Name!, string.Join(", ", writers)));
    }

    private static void CheckFolder(Service service, Backup backup, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (places.Value($"{backup.Path}.to") is not { } place)
            return;
        var storage = service.Host.Rootless is { } user ? $"/home/{user.User}/.local/share/containers" : "/var/lib/containers";
        if (IsBelow(backup.Folder, storage))
        {
            diagnostics.Report(Diagnose.BackupInside(place, backup.Folder, storage, "podman keeps its volumes there: what destroys them destroys the archives, and podman system reset does both", null));
            return;
        }
        var mounts = from s in service.Host.Services from v in s.Volumes where v.HostPath is not null && IsBelow(backup.Folder, v.HostPath) select (s, v);
        foreach (var (mounter, mount) in mounts.Take(1))
            diagnostics.Report(Diagnose.BackupInside(place, backup.Folder, mount.HostPath!, $"{mounter.Name} has this folder mounted: whoever breaks into it reads {(mount.IsReadOnly ? "" : "and removes ")}the archives", places.Key(mount.Path)));
    }

    private static bool IsBelow(string path, string folder) => $"{path.TrimEnd('/')}/".StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal);
}
