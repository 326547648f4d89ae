using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>The tables of podplay: what the kernel has against what it makes of the installed file. Both are the kernel's own lists, so
/// that every difference is one; whether the file is what the spec says, its hash says.</summary>
internal static class RulesetDrift
{
    private const string Cure = "systemctl reload podplay-firewall.service; what is to stay belongs into the spec";

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report)
    {
        if (!report.CanSee(ReportSections.Live) || !report.CanSee(ReportSections.Loaded))
            yield break;
        var (live, loaded) = (RulesetListing.Parse(report.Live), RulesetListing.Parse(report.Loaded));
        var gone = loaded.Keys.Where(k => IsTable(k) && !live.ContainsKey(k)).ToHashSet();
        foreach (var table in gone)
            yield return Changed(table, "is gone from the kernel: nothing of it is in force", []);
        foreach (var name in loaded.Keys.Union(live.Keys).Where(n => !IsTable(n) && !gone.Contains(TableOf(n))).Order(StringComparer.Ordinal))
        {
            var (before, now) = (loaded.GetValueOrDefault(name), live.GetValueOrDefault(name));
            if (now is null)
                yield return Changed(name, "is gone from the kernel", []);
            else if (before is null)
                yield return Changed(name, "was added in the kernel", [.. now.Select(l => $"+ {l}")]);
            else if (!before.SequenceEqual(now) && Differences(before, now) is var lines && (lines.Length > 0 || !IsSet(name)))
                yield return Changed(name, lines.Length > 0 ? "is not what the installed file says" : "has its rules in another order than the installed file", lines);
        }

        Deviation Changed(string subject, string what, string[] lines) => new(DriftKind.Changed, subject, what, Reason(lines) ?? target.Path, Cure) { Lines = [.. lines] };
    }

    private static string[] Differences(List<string> before, List<string> now) => [.. Without(before, now).Select(l => $"- {l}"), .. Without(now, before).Select(l => $"+ {l}")];

    // As often as they stand there: the same rule may be there twice.
    private static List<string> Without(List<string> lines, List<string> taken)
    {
        var left = taken.GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. lines.Where(l => !left.TryGetValue(l, out var count) || count == 0 || (left[l] = count - 1) < 0)];
    }

    // A rule of podplay's says in its comment why it is there.
    private static string? Reason(IEnumerable<string> lines) =>
        lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l.Split("comment \"")).Where(p => p.Length == 2).Select(p => p[1].Split('"')[0]).FirstOrDefault(c => c.Contains('.', StringComparison.Ordinal));

    private static bool IsTable(string name) => name.StartsWith("table ", StringComparison.Ordinal);

    private static bool IsSet(string name) => name.StartsWith("set ", StringComparison.Ordinal) || name.StartsWith("map ", StringComparison.Ordinal);

    private static string TableOf(string name) => name.Split(' ') is [_, var family, var table, ..] ? $"table {family} {table}" : "";
}
