using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>SARIF 2.1.0, for code scanning services.</summary>
public static class SarifRenderer
{
    public static string Render(ImmutableArray<Diagnostic> diagnostics)
    {
        var masking = Masking.Of(diagnostics);
        var rules = diagnostics.Select(d => d.Rule).DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        return JsonText.Of(json =>
        {
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.Array("runs", [rules], (runs, _) => runs.Object(run =>
            {
                run.Object("tool", tool => tool.Object("driver", driver =>
                {
                    driver.WriteString("name", "podplay");
                    driver.Array("rules", rules, WriteRule);
                }));
                run.WriteString("columnKind", "utf16CodeUnits");
                run.Array("results", diagnostics.Select(masking.Apply), (results, found) => WriteResult(results, found, rules));
            }));
        });
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticRule rule) => json.Object(written =>
    {
        written.WriteString("id", rule.Code);
        written.WriteString("name", rule.Name);
        written.Object("shortDescription", text => text.WriteString("text", rule.Name.Replace('-', ' ')));
        written.Object("help", text => text.WriteString("text", $"podplay explain {rule.Code}"));
        written.Object("defaultConfiguration", level => level.WriteString("level", SeverityWord.Of(rule.Severity)));
    });

    private static void WriteResult(Utf8JsonWriter json, Diagnostic found, List<DiagnosticRule> rules) => json.Object(result =>
    {
        result.WriteString("ruleId", found.Code);
        result.WriteNumber("ruleIndex", rules.FindIndex(r => r.Code == found.Code));
        result.WriteString("level", SeverityWord.Of(found.Severity));
        result.Object("message", message => message.WriteString("text", TextOf(found)));
        result.Array("locations", LocationsOf(found), (list, place) => list.Object(location => WriteLocation(location, place.Path, place.Label)));
        if (!found.Related.IsEmpty)
        {
            result.Array("relatedLocations", found.Related.Select((label, i) => (label, i)), (list, related) => list.Object(location =>
            {
                location.WriteNumber("id", related.i + 1);
                WriteLocation(location, related.label.Span.Source.Path, related.label);
            }));
        }
        if (!found.Edits.IsEmpty)
            result.Array("fixes", [found], WriteFix);
    });

    private static void WriteFix(Utf8JsonWriter json, Diagnostic found) => json.Object(fix =>
    {
        fix.Object("description", text => text.WriteString("text", found.Fixes[0]));
        fix.Array("artifactChanges", found.Edits.GroupBy(e => e.Span.Source), (changes, file) => changes.Object(change =>
        {
            change.Object("artifactLocation", artifact => artifact.WriteString("uri", UriOf(file.Key.Path)));
            change.Array("replacements", file, (list, edit) => list.Object(replacement =>
            {
                replacement.Object("deletedRegion", region => WriteRegion(region, edit.Span));
                replacement.Object("insertedContent", content => content.WriteString("text", edit.NewText));
            }));
        }));
    });

    private static string TextOf(Diagnostic found) =>
        string.Join('\n', found.Why.Select(w => $"why: {w}").Concat(found.Fixes.Select(f => $"fix: {f}")).Prepend(found.Message));

    private static IEnumerable<(string Path, Label? Label)> LocationsOf(Diagnostic found) =>
        found.Primary is { } primary ? [(primary.Span.Source.Path, primary)] : found.Path is { } path ? [(path, null)] : [];

    internal static void WriteLocation(Utf8JsonWriter json, string path, Label? label)
    {
        json.Object("physicalLocation", physical =>
        {
            physical.Object("artifactLocation", artifact => artifact.WriteString("uri", UriOf(path)));
            if (label is not null)
                physical.Object("region", region => WriteRegion(region, label.Span));
        });
        if (label is not null)
            json.Object("message", message => message.WriteString("text", label.Text));
    }

    private static void WriteRegion(Utf8JsonWriter json, SourceSpan span)
    {
        var (line, column) = span.From;
        var (endLine, endColumn) = span.To;
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
    }

    // A path is relative to the repository, which is what the services expect; the absolute one becomes a file: address.
    internal static string UriOf(string path)
    {
        var escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return escaped.StartsWith('/') ? $"file://{escaped}" : escaped;
    }
}
