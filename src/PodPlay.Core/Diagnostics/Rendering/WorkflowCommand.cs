using System.Globalization;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>One annotation in the words of GitHub Actions.</summary>
internal static class WorkflowCommand
{
    /// <param name="word"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="path">The file where there is no place in it; null: none.</param>
    /// <returns>A line with its end.</returns>
    public static string Of(string word, SourceSpan? place, string? path, string title, string message) =>
        $"::{word} {PlaceOf(place, path)}title={Property(title)}::{Data(message)}\n";

    private static string PlaceOf(SourceSpan? place, string? path)
    {
        if (place is not { } span)
            return path is null ? "" : $"file={Property(path)},";
        var (line, column) = span.From;
        var (endLine, endColumn) = span.To;
        // Columns are only allowed on a single line.
        return endLine == line
            ? string.Create(CultureInfo.InvariantCulture, $"file={Property(span.Source.Path)},line={line},col={column},endColumn={endColumn},")
            : string.Create(CultureInfo.InvariantCulture, $"file={Property(span.Source.Path)},line={line},endLine={endLine},");
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
