using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>When a job runs.</summary>
internal static class TimerUnit
{
    public static Unit Of(Replica replica, string calendar) =>
        Of(replica.Service.Host, replica.Name, $"when {replica.Name} runs", calendar, $"services.{replica.Service.Name}.timer");

    /// <param name="name">Of the service that it starts, without its ending.</param>
    /// <param name="path">The spec path of the calendar expression.</param>
    public static Unit Of(Host host, string name, string says, string calendar, string path)
    {
        var unit = new UnitSection("Unit", path);
        unit.Add("Description", Quote.SystemdText($"podplay: {says}"));

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
        return new Unit(host, $"{UnitFolders.Systemd(host)}/{name}.timer", "timer", [unit, timer, install]);
    }

    // A word leaves the minute open, and half the world's certificates would be renewed at midnight; who writes an
    // expression means it.
    private static string? DelayOf(string calendar) => calendar switch
    {
        "minutely" => null,
        "hourly" => "5min",
        Certificate.RenewalTimer => "6h",
        _ when Calendar.IsWord(calendar) => "1h",
        _ => null,
    };
}
