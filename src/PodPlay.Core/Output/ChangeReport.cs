using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PodPlay.Output;

/// <summary>What <c>gen</c> prints about a plan: a line for each file that differs, by host, and the count.</summary>
public static class ChangeReport
{
    private const int Gap = 3;

    /// <summary>
    /// Lines for the files that differ, <c>+</c> new, <c>~</c> changed, <c>-</c> removed, <c>!</c> edited or foreign and left
    /// alone; empty when there is no difference.
    /// </summary>
    public static string Files(OutputPlan plan)
    {
        if (plan.Changes.All(c => c.State == FileState.Unchanged))
            return "";
        var groups = Groups(plan);
        var width = groups.Max(g => g.Name.Length) + Gap;
        var lines = groups.SelectMany(g => g.Lines).ToArray();
        var paths = lines.Where(l => l.Counts.Length > 0).Select(l => l.Path.Length).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        foreach (var (name, own) in groups)
        {
            if (own.IsEmpty)
                text.Append(name.PadRight(width)).Append("unchanged\n");
            for (var i = 0; i < own.Length; i++)
            {
                text.Append((i == 0 ? name : "").PadRight(width)).Append(own[i].Sign).Append(' ');
                text.Append(own[i].Counts.Length == 0 ? own[i].Path : own[i].Path.PadRight(paths + Gap) + own[i].Counts).Append('\n');
            }
        }
        return text.ToString();
    }

    /// <summary>One line: how many files are new, changed, removed, unchanged; or that the folder is up to date.</summary>
    public static string Summary(OutputPlan plan)
    {
        int Count(params FileState[] states) => plan.Changes.Count(c => !c.IsManifest && states.Contains(c.State));

        var unchanged = Count(FileState.Unchanged);
        if (plan.IsUpToDate)
            return $"{plan.Folder.TrimEnd('/')}/ is up to date ({Files(unchanged)})";
        var line = $"{Files(Count(FileState.New))} new, {Count(FileState.Changed)} changed, {Count(FileState.Removed)} removed, {unchanged} unchanged";
        var kept = Count(FileState.EditedByHand, FileState.Foreign);
        return kept == 0 ? line : $"{line}, {kept} in the way";
    }

    /// <summary>How many files differ; manifests follow the others and count only when nothing else differs.</summary>
    public static int CountOf(OutputPlan plan)
    {
        var different = plan.Changes.Where(c => c.State != FileState.Unchanged).ToList();
        return different.Count(c => !c.IsManifest) is > 0 and var files ? files : different.Count;
    }

    private static string Files(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "file" : "files")}");

    // The hosts by name; what lies beside them last, under the folder's own name.
    private static ImmutableArray<(string Name, ImmutableArray<Line> Lines)> Groups(OutputPlan plan)
    {
        var hosts = plan.Changes.Where(c => c.IsManifest).Select(c => Manifest.TopOf(c.Path)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. plan.Changes
                .GroupBy(c => Manifest.TopOf(c.Path) is { } top && hosts.Contains(top) ? top : null)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key ?? plan.Folder.TrimEnd('/'), Lines([.. g], g.Key is null ? 0 : g.Key.Length + 1))),
        ];
    }

    // A manifest follows the files; it is worth a line only where it alone differs.
    private static ImmutableArray<Line> Lines(OutputChange[] changes, int prefix)
    {
        var differing = changes.Where(c => c.State != FileState.Unchanged).ToArray();
        return
        [
            .. differing
                .Where(c => !c.IsManifest || differing.All(d => d.IsManifest))
                .Select(c => new Line(Sign(c.State), c.Path[prefix..], c.State == FileState.Changed ? LineCounts(c) : "")),
        ];
    }

    private static char Sign(FileState state) => state switch
    {
        FileState.New => '+',
        FileState.Changed => '~',
        FileState.Removed => '-',
        _ => '!',
    };

    // By counting equal lines, which is exact but for lines that only moved, and takes no time on a large ruleset.
    private static string LineCounts(OutputChange change)
    {
        var balance = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(change.After!).Split('\n'))
            balance[line] = balance.GetValueOrDefault(line) + 1;
        foreach (var line in Encoding.UTF8.GetString(change.Before!).Split('\n'))
            balance[line] = balance.GetValueOrDefault(line) - 1;
        var (more, less) = (balance.Values.Where(n => n > 0).Sum(), -balance.Values.Where(n => n < 0).Sum());
        return (more, less) switch
        {
            (0, 0) => "(moved lines)",
            (_, 0) => $"(+{more})",
            (0, _) => $"(-{less})",
            _ => $"(+{more} -{less})",
        };
    }

    private readonly record struct Line(char Sign, string Path, string Counts);
}
