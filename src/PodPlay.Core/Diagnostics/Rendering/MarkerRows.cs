using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>What one label looks like under its line: columns from 0, the end not included.</summary>
internal sealed record Marker(int From, int Until, string Text, bool IsPrimary);

/// <summary>
/// The rows under a source line: all markers in one row, the rightmost with its text behind it, the others' texts
/// below, each at its own column.
/// </summary>
internal static class MarkerRows
{
    public static IEnumerable<string> Of(IEnumerable<Marker> markers, Severity severity, Paint paint)
    {
        foreach (var row in Apart([.. markers.OrderBy(m => m.From).ThenBy(m => m.Until)]))
        {
            yield return Row(row.Select(m => (m.From, Line(m))).Append((row[^1].Until + 1, row[^1].Text)), row, row[^1], severity, paint);
            var rest = row[..^1].Where(m => m.Text.Length > 0).ToList();
            if (rest.Count > 0)
                yield return Row(rest.Select(m => (m.From, "|")), rest, rest[^1], severity, paint);
            for (var i = rest.Count - 1; i >= 0; i--)
                yield return Row(rest[..i].Select(m => (m.From, "|")).Append((rest[i].From, rest[i].Text)), rest, rest[i], severity, paint);
        }
    }

    // Markers that would cover each other get rows of their own.
    private static List<List<Marker>> Apart(List<Marker> markers)
    {
        var rows = new List<List<Marker>>();
        foreach (var marker in markers)
        {
            if (rows.FirstOrDefault(r => r[^1].Until < marker.From) is { } row)
                row.Add(marker);
            else
                rows.Add([marker]);
        }
        return rows;
    }

    private static string Row(IEnumerable<(int Column, string Text)> parts, List<Marker> owners, Marker last, Severity severity, Paint paint)
    {
        var row = new StringBuilder();
        var column = 0;
        var index = 0;
        foreach (var (at, text) in parts.Where(p => p.Text.Length > 0))
        {
            var owner = index < owners.Count ? owners[index++] : last;
            row.Append(' ', Math.Max(0, at - column));
            row.Append(owner.IsPrimary ? paint.Severe(severity, text) : paint.Quiet(text));
            column = at + text.Length;
        }
        return row.ToString();
    }

    private static string Line(Marker marker) => new(marker.IsPrimary ? '^' : '-', Math.Max(1, marker.Until - marker.From));
}
