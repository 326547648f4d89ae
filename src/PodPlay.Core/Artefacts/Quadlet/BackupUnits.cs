using PodPlay.Artefacts.Backup;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Two jobs for each volume that is saved: one saves it, one tries the newest archive. Both fail loudly: as a failed unit.</summary>
internal static class BackupUnits
{
    public static IEnumerable<Unit> Of(Host host) => SavedVolume.On(host).SelectMany(volume => new[]
    {
        Save(volume),
        TimerUnit.Of(host, volume.SaveUnit, $"when volume {volume.Name} is saved", volume.Backup.Timer, $"{volume.Backup.Path}.timer"),
        Test(volume),
        TimerUnit.Of(host, volume.TestUnit, $"when the archives of volume {volume.Name} are tried", volume.Backup.Test, $"{volume.Backup.Path}.test"),
    });

    private static Unit Save(SavedVolume volume)
    {
        var service = Running(volume, "save");
        service.Add("RuntimeDirectory", volume.SaveUnit, comments: ["Notes there what it has stopped."]);
        if (volume.Backup.Stops)
            service.Add("ExecStopPost", Command("resume", volume), comments: ["Also when it was killed."]);
        return Of(volume, volume.SaveUnit, $"saves volume {volume.Name}", service);
    }

    private static Unit Test(SavedVolume volume) =>
        Of(volume, volume.TestUnit, $"tries the newest archive of volume {volume.Name}", Running(volume, "test"), after: volume.SaveUnit);

    private static UnitSection Running(SavedVolume volume, string step)
    {
        var service = new UnitSection("Service", volume.Backup.Path);
        service.Add("Type", "oneshot");
        service.Add("UMask", "0077");
        service.Add("Nice", 10);
        service.Add("TimeoutStartSec", "6h", comments: ["A job has no limit of its own; a command that hangs is a failure, too."]);
        service.Add("ExecStart", Command(step, volume));
        return service;
    }

    private static string Command(string step, SavedVolume volume) => $"/bin/sh {BackupArtefact.Script} {step} {volume.Name}";

    private static Unit Of(SavedVolume volume, string name, string does, UnitSection service, string? after = null)
    {
        var host = volume.Service.Host;
        var unit = new UnitSection("Unit", volume.Backup.Path);
        unit.Add("Description", $"podplay: {does}");
        // The manager of a user knows nothing of fstab.
        if (host.Rootless is null)
            unit.Add("RequiresMountsFor", Quote.SystemdWord(volume.Backup.Folder), $"{volume.Backup.Path}.to");
        if (after is not null)
            unit.Add("After", $"{after}.service", comments: ["Both timers may be due at once: after a night without power."]);
        return new Unit(host, $"{UnitFolders.Systemd(host)}/{name}.service", "service", [unit, service]);
    }
}
