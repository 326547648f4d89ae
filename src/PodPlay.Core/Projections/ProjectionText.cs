using System.Text;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Projections;

/// <summary>The forms of a table.</summary>
public static class ProjectionText
{
    /// <summary>Aligned columns for a terminal, the names of the columns first. Columns that are empty in every row are left out.</summary>
    public static string Table(Projection table)
    {
        var shown = Enumerable.Range(0, table.Columns.Length).Where(c => table.Rows.IsEmpty || table.Rows.Any(r => r[c].Length > 0)).ToList();
        var lines = table.Rows.Select(r => shown.Select(c => Printable.Of(r[c])).ToList()).Prepend([.. shown.Select(c => table.Columns[c])]).ToList();
        var widths = shown.Select((_, at) => lines.Max(l => l[at].Length)).ToList();
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(string.Join("  ", line.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    /// <summary>Tab-separated, the names of the columns first; no cell holds a tab or a line end.</summary>
    public static string Tsv(Projection table) =>
        string.Concat(table.Rows.Prepend(table.Columns).Select(r => string.Join('\t', r.Select(OneLine)) + "\n"));

    /// <summary>Format 1: <c>rows</c>, an object for each with the columns as fields, all of them text.</summary>
    public static string Json(Projection table) => JsonText.Of(json =>
    {
        json.WriteNumber("format", 1);
        json.Array("rows", table.Rows, (list, row) => list.Object(o =>
        {
            for (var c = 0; c < row.Length; c++)
                o.WriteString(table.Columns[c], row[c]);
        }));
    });

    private static string OneLine(string cell) => cell.ReplaceLineEndings(" ").Replace('\t', ' ');
}
