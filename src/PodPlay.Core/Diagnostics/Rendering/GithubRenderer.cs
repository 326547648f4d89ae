using System.Collections.Immutable;
using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>
/// Workflow commands of GitHub Actions (and Forgejo), which show findings beside the changed lines; then the full text, as the
/// runner keeps ten annotations of a kind from a step and drops the rest silently.
/// </summary>
public static class GithubRenderer
{
    /// <summary>And a tenth that says how many more there are.</summary>
    internal const int MaxOfAKind = 9;

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
        return WorkflowCommand.Of(Word(found.Severity), found.Primary?.Span, found.Path, $"{found.Code} {found.Rule.Name}", message);
    }

    private static string Word(Severity severity) => severity == Severity.Note ? "notice" : SeverityWord.Of(severity);
}
