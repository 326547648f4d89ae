using System.Text;
using PodPlay.Connectivity.Comparison;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Changes.Rendering;

/// <summary>A change for the terminal: what it opens first, then what has to be done.</summary>
public static class ChangeTextRenderer
{
    private const int Indent = 10;

    public static string Render(ChangeDocument document, bool color = false)
    {
        var text = new StringBuilder();
        var paint = new Paint(color);
        var changes = document.Changes;
        text.Append($"against {document.With}: {paint.Bold(ChangeSummary.Of(changes))}\n");
        if (!document.With.SpecExisted)
            text.Append("there was no spec: everything is new\n");
        foreach (var rename in changes.Difference.Renames)
            text.Append($"{rename.Kind} {rename.Before} is called {rename.After} now, and otherwise the same\n");
        foreach (var renumbering in changes.Renumberings)
            text.Append($"{renumbering.Text}\n");
        foreach (var change in changes.Declared)
            Statement(text.Append('\n'), document, change, paint);
        ByDefault(text, changes);
        foreach (var broken in document.BrokenStatements)
            text.Append($"\n{Finding.Render(broken, Masking.Of(document.BrokenStatements), paint)}");
        Operations(text, changes);
        if (!document.Failed.IsEmpty)
            text.Append($"\nfails on: {string.Join(", ", document.Failed)}\n");
        return text.ToString();
    }

    private static void Statement(StringBuilder text, ChangeDocument document, ConnectivityChange change, Paint paint)
    {
        text.Append($"{Painted(change, paint)}{new string(' ', Indent - change.Word.Length)}{change.Text}\n");
        foreach (var also in change.Also)
            Detail(text, $"and {also.CallersText}: {also.PortText}{(also.Condition == change.Condition ? "" : $" ({also.Condition})")}");
        var from = change.Verb == Verb.Closes ? "was" : "by";
        foreach (var line in change.Lines)
        {
            var what = change.Lines.Length == 1 ? "" : $"{line} ";
            Detail(text, $"{what}{from} {string.Join(" and ", line.Because.Select(b => document.Reason(change, b)))}");
            if (change.Reach <= Reach.Lan)
                Detail(text, $"  {line.Via}");
        }
    }

    private static void Detail(StringBuilder text, string line) => text.Append(' ', Indent).Append(Printable.Of(line)).Append('\n');

    // Nothing is said by colour alone: the word stands there in any case.
    private static string Painted(ConnectivityChange change, Paint paint) => change switch
    {
        { Verb: Verb.Opens or Verb.Unlimits, Reach: Reach.Internet } => paint.Severe(Severity.Error, change.Word),
        { Verb: Verb.Opens or Verb.Unlimits } => paint.Severe(Severity.Warning, change.Word),
        _ => paint.Bold(change.Word),
    };

    private static void ByDefault(StringBuilder text, ChangeSet changes)
    {
        var all = changes.ByDefault.ToList();
        if (all.Count == 0)
            return;
        text.Append("\nwith every service come its host's own processes as callers, and podman's resolver:\n");
        foreach (var change in all)
            text.Append($"  {change.Word.ToLowerInvariant()} {change.Text}\n");
    }

    private static void Operations(StringBuilder text, ChangeSet changes)
    {
        if (!changes.Clicks.IsEmpty)
            text.Append("\nrouter\n");
        foreach (var click in changes.Clicks)
            text.Append($"  {click.Sign} {click.Text}\n");
        foreach (var move in changes.Moves)
            text.Append($"\n{move.Service} moves from {move.From} to {move.To}{(move.Volumes.IsEmpty ? "" : $"; the data of {string.Join(", ", move.Volumes)} does not move by itself")}\n");
        foreach (var host in changes.Hosts)
            Host(text, host);
    }

    private static void Host(StringBuilder text, HostChange host)
    {
        text.Append($"\n{host.Host}{(host.IsGone ? " is no longer in the spec" : "")}\n");
        foreach (var network in host.Networks)
            Row(text, ChangeSummary.Word(network.Fate), $"network {network.Name}", network.Reasons.IsEmpty ? "" : string.Join(", ", network.Reasons));
        foreach (var unit in host.Units)
            Row(text, ChangeSummary.Word(unit.Action), unit.Name, string.Join(", ", unit.Reasons));
        if (host.NeedsHostsMerge)
            Row(text, "merge", "/etc/hosts", "/etc/podplay/hosts");
        foreach (var file in host.SettingsLeft)
            Row(text, "keep", file, "is removed; the kernel goes on with what it set until the next boot");
        foreach (var volume in host.VolumesLeft)
            Row(text, "keep", $"volume {volume}", "nobody uses it any more; its data stays");
        if (host.Units.IsEmpty && host.Networks.IsEmpty && host.SettingsLeft.IsEmpty && !host.NeedsHostsMerge)
            text.Append(host.NeedsDaemonReload ? "  systemctl daemon-reload; nothing restarts\n" : "  nothing\n");
    }

    private static void Row(StringBuilder text, string word, string what, string why) =>
        text.Append($"  {word.PadRight(8)} {what.PadRight(26)} {why}".TrimEnd()).Append('\n');
}
