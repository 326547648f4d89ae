using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>
/// Workflow commands of GitHub Actions (and Forgejo), which show findings beside the changed lines; then the full text, as the
/// runner keeps ten annotations of a kind from a step and drops the rest silently.
/// </summary>
public static class GithubRenderer
{
    private const int MaxOfAKind = 9;

    public static string Render(ImmutableArray<Diagnostic> diagnostics)
    {
        var masking = Masking.Of(diagnostics);
        var text = new StringBuilder();
        foreach (var kind in diagnostics.GroupBy(d => d.Severity).OrderByDescending(g => g.Key))
        {
            foreach (var found in kind.Take(MaxOfAKind).Select(masking.Apply))
                text.Append(Command(found));
            if (kind.Count() > MaxOfAKind)
                text.Append($"::{Word(kind.Key)}::and {SeverityWord.Count(kind.Count() - MaxOfAKind, $"more {SeverityWord.Of(kind.Key)}")}, see the log of this step\n");
        }
        return text.Append(TextRenderer.Render(diagnostics)).ToString();
    }

    private static string Command(Diagnostic found)
    {
        var message = string.Join('\n', found.Why.Select(w => $"why: {w}").Concat(found.Fixes.Select(f => $"fix: {f}")).Prepend(found.Message));
        return $"::{Word(found.Severity)} {PlaceOf(found)}title={Property($"{found.Code} {found.Rule.Name}")}::{Data(message)}\n";
    }

    private static string PlaceOf(Diagnostic found)
    {
        if (found.Primary is not { Span: var span })
            return found.Path is { } path ? $"file={Property(path)}," : "";
        var (line, column) = span.From;
        var (endLine, endColumn) = span.To;
        // Columns are only allowed on a single line.
        return endLine == line
            ? string.Create(CultureInfo.InvariantCulture, $"file={Property(span.Source.Path)},line={line},col={column},endColumn={endColumn},")
            : string.Create(CultureInfo.InvariantCulture, $"file={Property(span.Source.Path)},line={line},endLine={endLine},");
    }

    private static string Word(Severity severity) => severity == Severity.Note ? "notice" : SeverityWord.Of(severity);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
