using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>When a job runs.</summary>
internal static class TimerUnit
{
    public static Unit Of(Replica replica, string calendar)
    {
        var path = $"services.{replica.Service.Name}.timer";
        var unit = new UnitSection("Unit", path);
        unit.Add("Description", Quote.SystemdText($"podplay: when {replica.Name} runs"));

        var timer = new UnitSection("Timer", path);
        timer.Add("OnCalendar", Quote.SystemdText(calendar), comments: [path]);
        if (DelayOf(calendar) is { } delay)
        {
            timer.Add("RandomizedDelaySec", delay);
            // The same moment every time, another one on each machine.
            timer.Add("FixedRandomDelay", "true");
        }
        timer.Add("Persistent", "true");

        var install = new UnitSection("Install", path);
        install.Add("WantedBy", "timers.target");
        return new Unit(replica.Service.Host, $"{UnitFolders.Systemd(replica.Service.Host)}/{replica.Name}.timer", "timer", [unit, timer, install]);
    }

    // A word leaves the minute open, and half the world's certificates would be renewed at midnight; who writes an
    // expression means it.
    private static string? DelayOf(string calendar) => calendar switch
    {
        "minutely" => null,
        "hourly" => "5min",
        Certificate.RenewalTimer => "6h",
        _ when calendar.All(char.IsAsciiLetter) => "1h",
        _ => null,
    };
}
