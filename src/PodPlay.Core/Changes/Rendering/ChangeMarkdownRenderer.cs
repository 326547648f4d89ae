using System.Globalization;
using System.Text;
using PodPlay.Artefacts;
using PodPlay.Connectivity.Comparison;

namespace PodPlay.Changes.Rendering;

/// <summary>A change as a comment on a pull request: the summary first, details folded away.</summary>
public static class ChangeMarkdownRenderer
{
    /// <summary>GitHub refuses a longer comment; Forgejo and GitLab take more.</summary>
    public const int MaxLength = 65536;

    // Beyond it nobody reads a table; NETWORK.md and connectivity.csv have the whole.
    private const int MostRows = 50;

    public static string Render(ChangeDocument document)
    {
        for (var rows = MostRows; ; rows /= 2)
        {
            var text = Render(document, rows);
            if (text.Length <= MaxLength)
                return text;
        }
    }

    private static string Render(ChangeDocument document, int rows)
    {
        var changes = document.Changes;
        var text = new StringBuilder($"### Network change: {ChangeSummary.Of(changes)}\n\n");
        if (!document.With.SpecExisted)
            text.Append($"There was no spec at {Quote.Markdown(document.With.Name)}: everything is new.\n\n");
        Statements(text, document, [.. changes.Declared], rows);
        foreach (var rename in changes.Difference.Renames)
            text.Append($"* {rename.Kind} {rename.Before} is called **{rename.After}** now, and otherwise the same\n");
        foreach (var renumbering in changes.Renumberings)
            text.Append($"* {Quote.Markdown(renumbering.Text)}\n");
        foreach (var broken in document.BrokenStatements)
            text.Append($"* ❌ {Quote.Markdown(broken.Message)} ({broken.Code})\n");
        foreach (var move in changes.Moves)
            text.Append($"* {move.Service} moves from {move.From} to **{move.To}**{(move.Volumes.IsEmpty ? "" : $"; the data of {string.Join(", ", move.Volumes)} does not move by itself")}\n");
        text.Append($"* Router: {RouterText(changes)}\n");
        foreach (var host in changes.Hosts)
            text.Append($"* {host.Host}: {Cut(Quote.Markdown(ChangeSummary.Of(host)))}\n");
        if (!document.Failed.IsEmpty)
            text.Append($"\n**Fails on {string.Join(", ", document.Failed)}.**\n");
        Details(text, "With every service: its host's own processes, and podman's resolver", [.. changes.ByDefault.Select(c => $"{c.Word.ToLowerInvariant()} {c.Text}")], rows);
        Details(text, "Router", [.. changes.Clicks.Select(c => $"{c.Verb} {c.Text}")], rows);
        foreach (var host in changes.Hosts.Where(h => !h.IsNothing))
            Details(text, $"Host {host.Host}", [.. Steps(host)], rows);
        return text.Append($"\n<sub>podplay diff, against {Quote.Markdown(document.With.ToString())}</sub>\n").ToString();
    }

    private static void Statements(StringBuilder text, ChangeDocument document, List<ConnectivityChange> all, int rows)
    {
        if (all.Count == 0)
            return;
        text.Append("| | from | to | ports | because |\n| --- | --- | --- | --- | --- |\n");
        foreach (var change in all.Take(rows))
        {
            var ports = change.PortText + (change.Condition.Length == 0 ? "" : $" ({change.Condition})") + string.Concat(change.Also.Select(a => $"; {a.CallersText}: {a.PortText}"));
            var because = (change.Verb == Verb.Closes ? "was " : "") + Listed([.. change.Because.Select(b => document.Reason(change, b))]);
            text.Append($"| {Mark(change)} {change.Word} | {Quote.Markdown(change.CallersText)} | {Quote.Markdown(string.Join(", ", change.Called))} | {Quote.Markdown(ports)} | {Quote.Markdown(because)} |\n");
        }
        if (all.Count > rows)
            text.Append(CultureInfo.InvariantCulture, $"\nand {all.Count - rows} more: `podplay diff`, or the difference of connectivity.csv\n");
        text.Append('\n');
    }

    private static string RouterText(ChangeSet changes)
    {
        if (changes.Clicks.IsEmpty)
            return "nothing to click";
        return string.Join(", ", changes.Clicks.GroupBy(c => c.Verb).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
    }

    private static IEnumerable<string> Steps(HostChange host) =>
        host.Networks.Select(n => $"{ChangeSummary.Word(n.Fate)} network {n.Name}{Because(n.Reasons)}")
            .Concat(host.Units.Select(u => $"{ChangeSummary.Word(u.Action)} {u.Name}{Because(u.Reasons)}"))
            .Concat(host.NeedsHostsMerge ? ["merge /etc/podplay/hosts into /etc/hosts"] : [])
            .Concat(host.SettingsLeft.Select(f => $"{f} is removed; the kernel goes on with what it set until the next boot"))
            .Concat(host.VolumesLeft.Select(v => $"volume {v} is left with its data"));

    private static string Because(IReadOnlyList<string> reasons) => reasons.Count == 0 ? "" : $": {Listed(reasons)}";

    private static string Listed(IReadOnlyList<string> reasons) =>
        string.Join(", ", reasons.Take(5)) + (reasons.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {reasons.Count - 5} more") : "");

    private static void Details(StringBuilder text, string title, List<string> lines, int rows)
    {
        if (lines.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>{title} ({lines.Count})</summary>\n\n");
        foreach (var line in lines.Take(rows))
            text.Append($"* {Quote.Markdown(line)}\n");
        if (lines.Count > rows)
            text.Append(CultureInfo.InvariantCulture, $"* and {lines.Count - rows} more\n");
        text.Append("\n</details>\n");
    }

    private static string Cut(string text) => text.Length <= 300 ? text : $"{text[..text.LastIndexOf(' ', 300)]} ...";

    private static string Mark(ConnectivityChange change) => change switch
    {
        { Verb: Verb.Opens or Verb.Unlimits, Reach: Reach.Internet } => "🔴",
        { Verb: Verb.Opens or Verb.Unlimits, Reach: Reach.Lan } => "🟠",
        { Verb: Verb.Opens or Verb.Unlimits } => "🟡",
        _ => "🟢",
    };
}
