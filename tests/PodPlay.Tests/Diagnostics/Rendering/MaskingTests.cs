using System.Collections.Immutable;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>No format shows a masked text, whichever finding shows its line.</summary>
public class MaskingTests
{
    private static readonly DiagnosticRule Rule = DiagnosticRule.Error("PP999", "made-up");
    private static readonly Sheet Sheet = new((1, "  env: { PASS: \"hunter2hunter2\", USER: me }"));

    private static readonly ImmutableArray<Diagnostic> Found =
    [
        new(DiagnosticRule.Deny("PP112", "secret-in-spec"), "PASS looks like a secret")
        {
            Primary = Sheet.Label(1, "PASS: \"hunter2hunter2\"", "value hidden"),
            Mask = [Sheet[1, "\"hunter2hunter2\""]],
        },
        new(Rule, "hunter2hunter2 is quoted by somebody else")
        {
            Primary = Sheet.Label(1, "hunter2hunter2", "podplay reads the text hunter2hunter2"),
            Related = [Sheet.Label(1, "USER", "beside hunter2hunter2")],
            Why = ["hunter2hunter2"],
            Fixes = ["quote it: \"hunter2hunter2\""],
        },
    ];

    [Theory]
    [InlineData("text")]
    [InlineData("color")]
    [InlineData("short")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    public void No_format_shows_a_masked_text(string format) => Assert.DoesNotContain(
        "hunter",
        format switch
        {
            "text" => TextRenderer.Render(Found),
            "color" => TextRenderer.Render(Found, color: true),
            "short" => ShortRenderer.Render(Found),
            "json" => JsonRenderer.Render(Found),
            "github" => GithubRenderer.Render(Found),
            _ => SarifRenderer.Render(Found),
        },
        StringComparison.Ordinal);

    [Fact]
    public void Carets_follow_the_printed_columns() => Assert.Equal(
        """
        error[PP112] secret-in-spec: PASS looks like a secret
         --> podplay.yaml:1:10
          |
        1 |   env: { PASS: *******, USER: me }
          |          ^^^^^^^^^^^^^ value hidden

        error[PP999] made-up: ******* is quoted by somebody else
         --> podplay.yaml:1:17
          |
        1 |   env: { PASS: *******, USER: me }
          |                ^^^^^^^  ---- beside *******
          |                |
          |                podplay reads the text *******
          |
          = why: *******
          = fix: quote it: "*******"

        2 errors

        """,
        TextRenderer.Render(Found));

    [Fact]
    public void A_mask_over_several_lines_hides_each_of_them()
    {
        var source = new SourceText("podplay.yaml", "key: |\n  first-half\n  second-half\nnext: 1\n");
        var secret = new Diagnostic(Rule, "a key")
        {
            Primary = new(source.Span(0, 3), ""),
            Related = [new(source.Span(9, 12), ""), new(source.Span(34, 38), "")],
            Mask = [source.Span(5, 32)],
        };
        Assert.DoesNotContain("half", TextRenderer.Render([secret]), StringComparison.Ordinal);
    }
}
