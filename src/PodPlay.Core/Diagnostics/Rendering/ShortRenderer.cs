using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>One line each, <c>file:line:col: error[PP301] message</c>: for those who know the text, and for editors' error lists.</summary>
public static class ShortRenderer
{
    public static string Render(ImmutableArray<Diagnostic> diagnostics, bool includeNotes = false)
    {
        var masking = Masking.Of(diagnostics);
        var text = new StringBuilder();
        foreach (var found in diagnostics.Where(d => includeNotes || d.Severity != Severity.Note).Select(masking.Apply))
            text.Append($"{PlaceOf(found)}{SeverityWord.Of(found.Severity)}[{found.Code}] {Printable.Of(found.Message)}\n");
        return text.ToString();
    }

    private static string PlaceOf(Diagnostic diagnostic)
    {
        if (diagnostic.Primary is not { Span: var span })
            return diagnostic.Path is { } path ? $"{Printable.Of(path)}: " : "";
        var (line, column) = span.From;
        return string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(span.Source.Path)}:{line}:{column}: ");
    }
}
