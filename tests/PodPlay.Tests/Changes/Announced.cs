using System.Text.RegularExpressions;

namespace PodPlay.Changes;

/// <summary>What is said to happen on a host, as <c>VERB WHAT</c>, ordinal; <c>file PATH</c> for each that is new, changed or gone.</summary>
internal static partial class Announced
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["systemd-modules-load.service"] = "load modules of the kernel",
        ["systemd-sysctl.service"] = "load kernel settings",
    };

    /// <summary>By <c>podplay diff</c>.</summary>
    public static IEnumerable<string> By(HostChange change) =>
        change.Units.Select(Line)
            .Concat(change.Networks.Where(n => n.Fate == NetworkFate.MadeAnew).Select(n => $"anew {n.Unit}"))
            .Concat(change.Networks.Where(n => n.Fate == NetworkFate.Removed).Select(n => $"stop {n.Unit}"))
            .Concat(change.NeedsHostsMerge ? ["merge /etc/hosts"] : [])
            .Concat(change.Files.Select(f => $"file {f}"))
            .Order(StringComparer.Ordinal);

    /// <summary>By HOST.apply.sh: what it prints below <c>To do:</c>.</summary>
    public static IEnumerable<string> By(string output) =>
        output.Split('\n').SkipWhile(l => l != "To do:").Skip(1).TakeWhile(l => !l.StartsWith("--- ", StringComparison.Ordinal))
            .Select(l => ReportLine().Match(l)).Where(m => m.Success)
            .Select(m => $"{(m.Groups["verb"].Value is "new" or "changed" or "removed" ? "file" : m.Groups["verb"].Value)} {m.Groups["what"].Value}")
            .Order(StringComparer.Ordinal);

    private static string Line(UnitChange unit)
    {
        if (Settings.TryGetValue(unit.Name, out var setting))
            return setting;
        var isEnabled = !unit.Name.EndsWith(".service", StringComparison.Ordinal) && unit.Action != UnitAction.Stop;
        return $"{(isEnabled ? "enable" : unit.Action.ToString().ToLowerInvariant())} {unit.Name}";
    }

    [GeneratedRegex("^  (?<verb>[a-z]+) +(?<what>\\S.*)$")]
    private static partial Regex ReportLine();
}
