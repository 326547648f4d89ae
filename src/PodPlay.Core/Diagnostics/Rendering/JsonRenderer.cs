using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>
/// All findings, notes too, as one document for programs; <c>docs/findings.schema.json</c> describes it. Fields are only ever added; <c>format</c> counts changes of
/// meaning. Lines and columns from 1, columns in UTF-16 units, ends not included.
/// </summary>
public static class JsonRenderer
{
    public static string Render(ImmutableArray<Diagnostic> diagnostics)
    {
        var masking = Masking.Of(diagnostics);
        return JsonText.Of(json =>
        {
            json.WriteNumber("format", 1);
            json.WriteNumber("errors", diagnostics.Count(d => d.Severity == Severity.Error));
            json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == Severity.Warning));
            json.WriteNumber("notes", diagnostics.Count(d => d.Severity == Severity.Note));
            json.Array("findings", diagnostics.Select(masking.Apply), Write);
        });
    }

    private static void Write(Utf8JsonWriter json, Diagnostic found) => json.Object(finding =>
    {
        finding.WriteString("code", found.Code);
        finding.WriteString("name", found.Rule.Name);
        finding.WriteString("severity", SeverityWord.Of(found.Severity));
        finding.WriteBoolean("allowable", found.Rule.Allowable);
        finding.WriteString("message", found.Message);
        finding.WriteString("path", found.Primary?.Span.Source.Path ?? found.Path);
        if (found.Primary is { } primary)
            finding.Object("place", place => WritePlace(place, primary));
        else
            finding.WriteNull("place");
        finding.Array("related", found.Related, (related, label) => related.Object(place => WritePlace(place, label)));
        finding.Array("why", found.Why, (list, text) => list.WriteStringValue(text));
        finding.Array("fixes", found.Fixes, (list, text) => list.WriteStringValue(text));
        // What carries out the first of the fixes; all together or none.
        finding.Array("edits", found.Edits, (edits, edit) => edits.Object(written =>
        {
            WriteSpan(written, edit.Span);
            written.WriteString("new_text", edit.NewText);
        }));
    });

    private static void WritePlace(Utf8JsonWriter json, Label label)
    {
        WriteSpan(json, label.Span);
        json.WriteString("text", label.Text);
    }

    private static void WriteSpan(Utf8JsonWriter json, SourceSpan span)
    {
        var (line, column) = span.From;
        var (endLine, endColumn) = span.To;
        json.WriteString("path", span.Source.Path);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("end_line", endLine);
        json.WriteNumber("end_column", endColumn);
    }
}
