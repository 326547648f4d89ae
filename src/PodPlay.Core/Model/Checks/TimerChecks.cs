using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Every calendar expression of the spec, before systemd meets it.</summary>
internal static class TimerChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var (calendar, path) in network.Services.SelectMany(Expressions))
        {
            if (!Calendar.IsValid(calendar) && places.Value(path) is { } place)
                diagnostics.Report(Diagnose.TimerUnreadable(place, Quoted(calendar), FixOf(calendar)));
        }
    }

    private static IEnumerable<(string Calendar, string Path)> Expressions(Service service)
    {
        if (service.Timer is { } timer)
            yield return (timer, $"services.{service.Name}.timer");
        foreach (var backup in service.Volumes.Select(v => v.Backup).OfType<Backup>())
        {
            yield return (backup.Timer, $"{backup.Path}.timer");
            yield return (backup.Test, $"{backup.Path}.test");
        }
    }

    private static string Quoted(string calendar) => string.Concat(calendar.Select(c => char.IsControl(c) ? '?' : c));

    // What people write who know cron, or English.
    private static string FixOf(string calendar)
    {
        var words = calendar.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var minute, var hour, "*", "*", "*"] && int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60)
        {
            if (hour == "*")
                return string.Create(CultureInfo.InvariantCulture, $"\"*:{m:00}\" is what cron means by it");
            if (int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h < 24)
                return string.Create(CultureInfo.InvariantCulture, $"\"{h:00}:{m:00}\" is what cron means by it");
        }
        string[] roots = ["minute", "hour", "day", "week", "month", "quarter", "year"];
        string[] meant = ["minutely", "hourly", "daily", "weekly", "monthly", "quarterly", "yearly"];
        var found = Array.FindIndex(roots, r => words.Any(w => w == r || w == $"{r}s" || w == $"@{r}ly") || (r == "day" && words.Contains("@daily")));
        return found >= 0 ? meant[found] : "one word: hourly, daily, weekly, monthly";
    }
}
