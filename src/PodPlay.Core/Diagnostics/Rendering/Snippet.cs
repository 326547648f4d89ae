using System.Globalization;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>The lines of one file that a finding speaks of, with marks under them.</summary>
internal sealed class Snippet(SourceText source, IReadOnlyList<(Label Label, bool IsPrimary)> labels, Masking masking)
{
    private const int MaxWidth = 120;
    private const int Context = 30;
    private const string Cut = "...";

    /// <summary>Gutter text (a line number, empty, or <c>...</c>) and what stands behind it.</summary>
    public IEnumerable<(string Gutter, string Text)> Rows(Severity severity, Paint paint)
    {
        var last = 0;
        foreach (var group in labels.GroupBy(l => l.Label.Span.From.Line).OrderBy(g => g.Key))
        {
            // One line between two marked ones takes no more room than the dots would.
            if (last > 0 && group.Key == last + 2)
                yield return Shown(last + 1, []);
            else if (last > 0 && group.Key > last + 1)
                yield return (Cut, "");
            yield return Shown(group.Key, [.. group]);
            foreach (var row in MarkerRows.Of(MarkersOf(group.Key, [.. group]), severity, paint))
                yield return ("", row);
            last = group.Key;
        }
    }

    private (string, string) Shown(int line, List<(Label, bool)> marked)
    {
        var printed = new PrintedLine(source, line, masking);
        var (from, until) = WindowOf(printed, marked);
        var text = (from > 0 ? Cut : "") + printed.Cut(from, until) + (until < printed.Width ? Cut : "");
        return (line.ToString(CultureInfo.InvariantCulture), text.TrimEnd());
    }

    private IEnumerable<Marker> MarkersOf(int line, List<(Label Label, bool IsPrimary)> marked)
    {
        var printed = new PrintedLine(source, line, masking);
        var (from, until) = WindowOf(printed, marked);
        var shift = from > 0 ? Cut.Length - from : 0;
        foreach (var (label, isPrimary) in marked)
        {
            // Of a stretch over several lines the first is marked. One caret may stand behind the last character.
            var start = Math.Clamp(printed.From(label.Span.Start), from, until);
            var end = Math.Clamp(printed.Until(EndOnLine(label.Span, line)), start, until);
            yield return new(start + shift, Math.Max(end, start + 1) + shift, Printable.Of(label.Text), isPrimary);
        }
    }

    private int EndOnLine(SourceSpan span, int line) =>
        Math.Min(span.End, source.OffsetOf(line, 1) + source.LineAt(line).TrimEnd().Length);

    // A long line is cut around its main mark.
    private static (int From, int Until) WindowOf(PrintedLine printed, List<(Label Label, bool IsPrimary)> marked)
    {
        if (printed.Width <= MaxWidth)
            return (0, printed.Width);
        var main = marked.Count == 0 ? 0 : printed.From(marked.OrderByDescending(m => m.IsPrimary).First().Label.Span.Start);
        var from = main < MaxWidth - Context ? 0 : Math.Min(main - Context, Math.Max(0, printed.Width - MaxWidth));
        return (from, Math.Min(printed.Width, from + MaxWidth));
    }
}
