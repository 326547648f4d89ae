using System.Collections.Immutable;
using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>Findings for people, in plain ASCII but for the spec's own text: it pastes into tickets.</summary>
public static class TextRenderer
{
    /// <summary>Beyond this nobody reads; the first ones usually cause the others.</summary>
    public const int MaxShown = 50;

    /// <summary>Each finding in full, then the tally; empty when there is nothing to say.</summary>
    public static string Render(ImmutableArray<Diagnostic> diagnostics, bool includeNotes = false, bool color = false)
    {
        var found = diagnostics.Where(d => includeNotes || d.Severity != Severity.Note).ToList();
        if (found.Count == 0)
            return "";
        var masking = Masking.Of(diagnostics);
        var text = new StringBuilder();
        // Where not all fit, no warning takes the place of an error.
        var shown = found.OrderBy(d => d.Severity != Severity.Error).Take(MaxShown).ToHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        foreach (var diagnostic in found.Where(shown.Contains))
            text.Append(Finding.Render(diagnostic, masking, new Paint(color))).Append('\n');
        if (found.Count > MaxShown)
            text.Append($"and {SeverityWord.Count(found.Count - MaxShown, "more finding")}, not shown\n");
        return text.Append(SeverityWord.Tally(found)).Append('\n').ToString();
    }
}
