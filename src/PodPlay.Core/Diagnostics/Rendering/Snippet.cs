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
                yield return Shown(ViewOf(last + 1, []), last + 1);
            else if (last > 0 && group.Key > last + 1)
                yield return (Cut, "");
            var view = ViewOf(group.Key, [.. group]);
            yield return Shown(view, group.Key);
            foreach (var row in MarkerRows.Of(group.Select(g => MarkerOf(view, group.Key, g.Label, g.IsPrimary)), severity, paint))
                yield return ("", row);
            last = group.Key;
        }
    }

    // A long line is cut around its main mark.
    private View ViewOf(int line, List<(Label Label, bool IsPrimary)> marked)
    {
        var main = marked.Count == 0 ? source.OffsetOf(line, 1) : marked.OrderByDescending(m => m.IsPrimary).First().Label.Span.Start;
        var printed = new PrintedLine(source, line, main, masking);
        if (printed.Width <= MaxWidth)
            return new(printed, 0, printed.Width);
        var column = printed.From(main);
        var from = column < MaxWidth - Context ? 0 : Math.Min(column - Context, printed.Width - MaxWidth);
        return new(printed, from, from + MaxWidth);
    }

    private static (string, string) Shown(View view, int line) => (line.ToString(CultureInfo.InvariantCulture), view.Text.TrimEnd());

    private Marker MarkerOf(View view, int line, Label label, bool isPrimary)
    {
        // What lies outside the part that is shown is marked on the dots.
        var first = view.From - view.DotsBefore;
        var last = view.Until + view.DotsAfter;
        var start = Math.Clamp(view.Line.From(label.Span.Start), first, last);
        var end = Math.Clamp(view.Line.Until(EndOnLine(label.Span, line)), start, last);
        return new(start - first, Math.Max(end, start + 1) - first, Printable.Of(label.Text), isPrimary);
    }

    // Of a stretch over several lines the first is marked.
    private int EndOnLine(SourceSpan span, int line) =>
        Math.Min(span.End, source.OffsetOf(line, 1) + source.LineAt(line).TrimEnd().Length);

    private sealed record View(PrintedLine Line, int From, int Until)
    {
        public int DotsBefore => From > 0 ? Cut.Length : 0;

        public int DotsAfter => Until < Line.Width ? Cut.Length : 0;

        public string Text => $"{Cut[..DotsBefore]}{Line.Cut(From, Until)}{Cut[..DotsAfter]}";
    }
}
