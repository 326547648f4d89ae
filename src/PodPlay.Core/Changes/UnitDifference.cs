using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;

namespace PodPlay.Changes;

/// <summary>What differs between two texts of one unit, and whether the running one notices.</summary>
internal static class UnitDifference
{
    // systemd takes these over when it reads the unit again; nothing has to be restarted for them.
    private static readonly HashSet<string> TakenOver = new(StringComparer.Ordinal)
    {
        "Restart", "RestartSec", "TimeoutStartSec", "TimeoutStopSec", "SuccessExitStatus", "ExecReload", "ExecStop", "ExecStopPost",
    };

    /// <summary>Why it has to be restarted (a network: made anew), by spec path with the keys; empty when it need not.</summary>
    public static ImmutableArray<string> Reasons(Unit before, Unit after)
    {
        var (was, now) = (Keys(before), Keys(after));
        if (was.Select(k => (k.Section, k.Key.Name, k.Key.Value)).SequenceEqual(now.Select(k => (k.Section, k.Key.Name, k.Key.Value))))
            return [];
        var changed = Missing(was, now).Concat(Missing(now, was)).ToList();
        // The same lines in another order: which subnet a gateway belongs to is a matter of order.
        if (changed.Count == 0)
            changed = now.Where((k, i) => k.Key.Value != was[i].Key.Value).ToList();
        return
        [
            .. changed.GroupBy(k => k.Key.Path, k => k.Key.Name)
                .Select(g => $"{g.Key} ({string.Join(", ", g.Distinct().Order(StringComparer.Ordinal))})")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static List<(string Section, UnitKey Key)> Keys(Unit unit) =>
        [.. unit.Sections.SelectMany(s => s.Keys.Select(k => (s.Name, k))).Where(k => Counts(k.Name, k.k.Name))];

    private static bool Counts(string section, string key) => section is not ("Unit" or "Install") && !(section == "Service" && TakenOver.Contains(key));

    private static IEnumerable<(string Section, UnitKey Key)> Missing(List<(string Section, UnitKey Key)> from, List<(string Section, UnitKey Key)> there)
    {
        var counts = there.CountBy(k => (k.Section, k.Key.Name, k.Key.Value)).ToDictionary();
        foreach (var key in from)
        {
            var same = (key.Section, key.Key.Name, key.Key.Value);
            if (counts.GetValueOrDefault(same) is > 0 and var left)
                counts[same] = left - 1;
            else
                yield return key;
        }
    }
}
