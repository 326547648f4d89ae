using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

public class MachineFormatsTests
{
    private static readonly DiagnosticRule Rule = DiagnosticRule.Error("PP999", "made-up");

    private static readonly ImmutableArray<Diagnostic> Few =
    [
        Examples.HostPortTaken,
        Examples.ZoneContradicted,
        new(DiagnosticRule.Note("PP998", "remark"), "by the way"),
        new(Rule, "sub dir/é.yaml does not exist") { Path = "sub dir/é.yaml" },
    ];

    [Fact]
    public void Short_is_one_line_each() => Assert.Equal(
        """
        podplay.yaml:24:27: error[PP301] main:8080/tcp is published by 3 services
        podplay.yaml:29:5: warning[PP404] zone internal has no way in, yet db is public
        sub dir/é.yaml: error[PP999] sub dir/é.yaml does not exist

        """,
        ShortRenderer.Render(Few));

    [Fact]
    public void Short_has_notes_when_asked() => Assert.Contains("note[PP998] by the way\n", ShortRenderer.Render(Few, includeNotes: true), StringComparison.Ordinal);

    [Fact]
    public void Json() => TextSnapshot.Verify(this, JsonRenderer.Render(Few));

    [Fact]
    public void Json_of_nothing_is_a_document()
    {
        using var document = JsonDocument.Parse(JsonRenderer.Render([]));
        Assert.Equal(0, document.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void Sarif() => TextSnapshot.Verify(this, SarifRenderer.Render(Few));

    [Fact]
    public void Sarif_of_nothing_is_a_run_without_results()
    {
        using var document = JsonDocument.Parse(SarifRenderer.Render([]));
        Assert.Equal(0, document.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Github() => TextSnapshot.Verify(this, GithubRenderer.Render(Few));

    [Fact]
    public void Github_gets_nine_of_a_kind_and_a_tenth_that_counts_the_others()
    {
        var many = Enumerable.Range(0, 25).Select(i => new Diagnostic(Rule, $"e{i}"));
        var warnings = Enumerable.Range(0, 9).Select(i => new Diagnostic(DiagnosticRule.Warning("PP998", "doubt"), $"w{i}"));
        var commands = GithubRenderer.Render([.. many, .. warnings]).Split('\n').Where(l => l.StartsWith("::", StringComparison.Ordinal)).ToList();
        Assert.Equal(19, commands.Count);
        Assert.Equal("::error::and 16 more errors, see the log of this step", commands[9]);
    }

    [Fact]
    public void Github_commands_cannot_be_left_by_any_text()
    {
        var source = new SourceText("a,b:c.yaml", "x\n");
        var text = GithubRenderer.Render([new(Rule, "100%\r\n::error::no") { Primary = new(source.Span(0, 1), "") }]);
        Assert.StartsWith("::error file=a%2Cb%3Ac.yaml,line=1,col=1,endColumn=2,title=PP999 made-up::100%25%0D%0A::error::no\n", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), l => l.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }
}
