using PodPlay.Changes;

namespace PodPlay.Boot;

/// <summary>What is said to happen to the units of a host, as <c>VERB UNIT</c>, ordinal.</summary>
internal static class Announced
{
    private static readonly string[] Verbs = ["stop", "anew", "reload", "restart", "start"];

    /// <summary>By <c>podplay diff</c>.</summary>
    public static IEnumerable<string> By(HostChange change) =>
        change.Units.Where(u => !IsSetting(u.Name)).Select(u => $"{Word(u.Action)} {u.Name}")
            .Concat(change.Networks.Where(n => n.Fate == NetworkFate.MadeAnew).Select(n => $"anew {n.Unit}"))
            .Concat(change.Networks.Where(n => n.Fate == NetworkFate.Removed).Select(n => $"stop {n.Unit}"))
            .Order(StringComparer.Ordinal);

    /// <summary>By the script's <c>--check</c>.</summary>
    public static IEnumerable<string> By(string output) =>
        output.Split('\n').SkipWhile(l => l != "To do:").Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length == 2 && Verbs.Contains(w[0])).Select(w => string.Join(' ', w)).Order(StringComparer.Ordinal);

    // The script says the same as `load`, without a unit.
    private static bool IsSetting(string unit) => unit is "systemd-sysctl.service" or "systemd-modules-load.service";

    private static string Word(UnitAction action) => action.ToString().ToLowerInvariant();
}
