using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>Machine formats against their schemas, over every failing example and case.</summary>
public sealed class FormatSchemaTests
{
    private const string Published = "docs/findings.schema.json";

    private static readonly ImmutableArray<Diagnostic> Others =
    [
        Diagnose.SpecChanged("sub dir/é.yaml"), Diagnose.GitMissing("main"), Diagnose.OutputEdited("output/a", "a\n"u8.ToArray(), "b\n"u8.ToArray()), .. Examples.All,
    ];

    private static ImmutableArray<ImmutableArray<Diagnostic>> Documents =>
    [
        [], Others,
        .. CaseTests.Names.Select(n => CaseTests.Of(n).Compile().Findings.Open),
        .. DiagnosticCatalog.All.Select(r => ExplainPage.Of(r.Code).Example).Where(e => e.Language == "yaml").Select(e => SpecCase.Parse(e.Text).Compile().Findings.Open),
    ];

    [NodeFact]
    public void Json_is_as_its_published_schema_says_and_has_no_field_that_it_does_not_name() =>
        Assert.All(JsonSchemaCheck.Faults(Repository.PathOf(Published), Documents.Select(JsonRenderer.Render), closed: true), Assert.Empty);

    [NodeFact]
    public void Sarif_is_as_the_schema_of_SARIF_says() =>
        Assert.All(JsonSchemaCheck.Faults("sarif", Documents.Select(SarifRenderer.Render)), Assert.Empty);

    [NodeFact]
    public void A_document_that_is_wrong_is_seen()
    {
        Assert.NotEmpty(JsonSchemaCheck.Faults(Repository.PathOf(Published), ["{ \"format\": 1 }"])[0]);
        var json = JsonRenderer.Render(Others);
        Assert.NotEmpty(JsonSchemaCheck.Faults(Repository.PathOf(Published), [json.Replace("\"errors\"", "\"mistakes\": 0, \"errors\"", StringComparison.Ordinal)], closed: true)[0]);
        Assert.NotEmpty(JsonSchemaCheck.Faults("sarif", [SarifRenderer.Render(Others).Replace("\"error\"", "\"fatal\"", StringComparison.Ordinal)])[0]);
    }

    // Beyond the schema: what code scanning services ask for.
    [Fact]
    public void Sarif_points_at_its_rules_and_its_addresses_are_relative()
    {
        foreach (var found in Documents)
        {
            using var sarif = JsonDocument.Parse(SarifRenderer.Render(found));
            var run = sarif.RootElement.GetProperty("runs")[0];
            var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
                Assert.All(result.GetProperty("locations").EnumerateArray(), l =>
                    Assert.True(Uri.TryCreate(l.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out _)));
            }
        }
    }

    [Fact]
    public void Both_carry_the_edits()
    {
        var found = SpecCase.Parse("podplay: 1\nhosts:\n  main: { adress: [192.168.1.100] }\n").Compile().Findings.Open
            .RemoveAll(f => f.Rule != Diagnose.UnknownKeyRule);

        using var json = JsonDocument.Parse(JsonRenderer.Render(found));
        var edit = json.RootElement.GetProperty("findings")[0].GetProperty("edits")[0];
        Assert.Equal("podplay.yaml 3:11 3:17 address", $"{edit.GetProperty("path")} {edit.GetProperty("line")}:{edit.GetProperty("column")} {edit.GetProperty("end_line")}:{edit.GetProperty("end_column")} {edit.GetProperty("new_text")}");
        using var sarif = JsonDocument.Parse(SarifRenderer.Render(found));
        var fix = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("fixes")[0];
        Assert.Equal("did you mean address?", fix.GetProperty("description").GetProperty("text").GetString());
        var replacement = fix.GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("address", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(17, replacement.GetProperty("deletedRegion").GetProperty("endColumn").GetInt32());
    }

    [Fact]
    public void An_edit_of_a_secret_is_in_neither()
    {
        var found = SpecCase.Parse("""
            podplay: 1
            hosts:
              main: { address: [192.168.1.100] }
            zones:
              dmz: { subnets: [172.20.1.0/24] }
            services:
              web: { image: "localhost/w:1.0.0", zone: dmz, environment: { A_PASSWORD: 0755 } }

            """).Compile().Findings.Open;

        Assert.Contains(found, f => f.Rule == Diagnose.AmbiguousScalarRule && !f.Edits.IsEmpty);
        Assert.DoesNotContain("0755", JsonRenderer.Render(found), StringComparison.Ordinal);
        Assert.DoesNotContain("0755", SarifRenderer.Render(found), StringComparison.Ordinal);
    }
}
