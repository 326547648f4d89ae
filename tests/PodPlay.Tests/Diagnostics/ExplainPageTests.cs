namespace PodPlay.Diagnostics;

public class ExplainPageTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(r => r.Code)];

    public static TheoryData<string> Shown => [.. DiagnosticCatalog.All.Select(r => r.Code).Where(c => ExplainPage.Of(c).Example.Language == "yaml")];

    public static TheoryData<string> Switchable => [.. DiagnosticCatalog.All.Where(r => r.Allowable && ExplainPage.Of(r.Code).Example.Language == "yaml").Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_that_agrees_with_the_rule(string code)
    {
        var rule = DiagnosticCatalog.Find(code)!;
        var page = ExplainPage.Of(code);
        Assert.Equal($"{rule.Code} {rule.Name}", page.Title);
        Assert.Equal(LevelOf(rule), page.Level);
        Assert.Equal($"Why it matters, Example, Fixed{(rule.Allowable ? ", Allowing it" : "")}", string.Join(", ", page.Headings));
        Assert.Equal(page.Example.Language, page.Fixed.Language);
        Assert.True(page.Example.Language == "yaml" || page.Example.Text.Contains($"[{rule.Code}] {rule.Name}: ", StringComparison.Ordinal), "a console shows the finding");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_tool_prints_the_page_of_the_docs(string code) =>
        Assert.Equal(File.ReadAllText(ExplainPage.PathOf(code)), ExplainPages.Of(DiagnosticCatalog.Find(code)!));

    [Fact]
    public void No_page_is_without_a_code()
    {
        var pages = Directory.EnumerateFiles(Testing.Repository.PathOf(ExplainPage.Folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(DiagnosticCatalog.All.Select(r => $"{r.Code}.md"), pages);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Examples_have_the_findings_that_they_state(string code)
    {
        var spec = SpecCase.Parse(ExplainPage.Of(code).Example.Text);
        var expected = spec.Expected;
        var found = Compiled.FindingsOf(spec).Open;
        Assert.Contains(expected, e => e.Code == code);
        // A note stands on many a line of a short spec; it need be stated on its own page only.
        Assert.Empty(Compiled.Differences(expected, found.Where(d => d.Severity != Severity.Note || expected.Any(e => e.Fits(d)))));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Fixed_specs_have_only_notes(string code)
    {
        var spec = SpecCase.Parse(ExplainPage.Of(code).Fixed.Text);
        Assert.Empty(spec.Expected);
        Assert.Empty(Compiled.FindingsOf(spec).Open.Where(d => d.Severity != Severity.Note || d.Code == code).Select(Expectation.Describe));
    }

    [Theory]
    [MemberData(nameof(Switchable))]
    public void What_may_be_allowed_is_silent_when_the_spec_allows_it(string code)
    {
        var rule = DiagnosticCatalog.Find(code)!;
        var findings = Compiled.FindingsOf(SpecCase.Parse(ExplainPage.Of(code).Example.Text).With($"lint: {{ {rule.Name}: {{ allow: a test }} }}\n"));
        Assert.DoesNotContain(findings.Open, d => d.Code == code);
        Assert.Contains(findings.Accepted, a => a.Finding.Code == code && a.Reason == "a test");
    }

    [Theory]
    [InlineData("PP301", false)]
    [InlineData("PP307", true)]
    public void Allowing_is_explained_only_where_it_is_possible(string code, bool expected) =>
        Assert.Equal(expected, ExplainPage.Of(code).Headings.Contains("Allowing it"));

    private static string LevelOf(DiagnosticRule rule) => rule switch
    {
        { Severity: Severity.Error, Allowable: true } => "Error, may be allowed with a reason",
        { Severity: Severity.Error } => "Error",
        { Severity: Severity.Warning } => "Warning",
        _ => "Note",
    };
}
