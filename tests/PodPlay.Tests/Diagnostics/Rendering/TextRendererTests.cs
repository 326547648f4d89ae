using System.Collections.Immutable;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

public class TextRendererTests
{
    private static readonly DiagnosticRule Rule = DiagnosticRule.Error("PP999", "made-up");

    [Fact]
    public void Findings_of_the_catalogue() => TextSnapshot.Verify(this, TextRenderer.Render(Examples.All));

    [Fact]
    public void Several_labels_on_one_line()
    {
        var sheet = new Sheet((3, "  main: { address: [192.168.1.100], rootless: podplay }"));
        TextSnapshot.Verify(this, Render(new(Rule, "three places of one line")
        {
            Primary = sheet.Label(3, "192.168.1.100", "the address"),
            Related = [sheet.Label(3, "main", "the host"), sheet.Label(3, "rootless: podplay", "the user"), sheet.Label(3, "address: [192.168.1.100]", "all of them")],
            Fixes = ["none"],
        }));
    }

    [Fact]
    public void Labels_in_several_files()
    {
        var first = new Sheet("services/db.yaml", (104, "  db: {}"));
        var second = new Sheet("podplay.yaml", (7, "  db: {}"), (9, "  cache: {}"));
        TextSnapshot.Verify(this, Render(new(Rule, "db is defined twice")
        {
            Primary = first.Label(104, "db", "again"),
            Related = [second.Label(7, "db", "first"), second.Label(9, "cache", "not this one")],
            Why = ["includes add, they never override"],
        }));
    }

    [Fact]
    public void A_finding_without_a_place() => Assert.Equal(
        """
        error[PP999] made-up: podplay.yaml does not exist
         --> podplay.yaml
          = fix: podplay init writes one

        1 error

        """,
        Render(new(Rule, "podplay.yaml does not exist") { Path = "podplay.yaml", Fixes = ["podplay init writes one"] }));

    [Fact]
    public void Carets_stand_under_tabs_and_wide_characters() => Assert.Equal(
        """
        error[PP999] made-up: here
         --> podplay.yaml:1:15
          |
        1 | a:    日本 "😀" é x
          |                   ^ x

        1 error

        """,
        Render(new(Rule, "here") { Primary = new Sheet((1, "a:\t日本 \"😀\" e\u0301 x")).Label(1, "x", "x") }));

    [Fact]
    public void Nothing_in_a_line_moves_the_cursor() => Assert.Equal(
        """
        error[PP999] made-up: <U+001B>[2J
         --> podplay.yaml:1:1
          |
        1 | a: <U+001B>[31m<U+202E>b
          | ^ <U+0007>
          |
          = why: <U+0008>
          = fix: <U+009B>

        1 error

        """,
        Render(new(Rule, "\u001b[2J") { Primary = new Sheet((1, "a: \u001b[31m\u202eb")).Label(1, "a", "\u0007"), Why = ["\u0008"], Fixes = ["\u009b"] }));

    [Fact]
    public void A_long_line_is_cut_around_its_main_mark()
    {
        var sheet = new Sheet((1, $"a: [{string.Join(", ", Enumerable.Range(100, 100))}]"));
        TextSnapshot.Verify(this, Render(new(Rule, "in the middle")
        {
            Primary = sheet.Label(1, "150", "here"),
            Related = [sheet.Label(1, "155", "near"), sheet.Label(1, "a", "far")],
        }));
    }

    [Fact]
    public void A_file_without_line_ends_is_shown_in_part()
    {
        var source = new SourceText("podplay.yaml", string.Concat(Enumerable.Repeat("word ", 800_000)));
        var text = Render(new(Rule, "far out") { Primary = new(source.Span(3_000_000, 3_000_004), "here") });
        Assert.InRange(text.Length, 100, 500);
        Assert.Contains("word word", text, StringComparison.Ordinal);
        Assert.Contains("^^^^ here\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_stretch_over_several_lines_the_first_is_marked()
    {
        var source = new SourceText("podplay.yaml", "a:\n  b: 1  \n  c: 2\n");
        Assert.Equal(
            """
            error[PP999] made-up: here
             --> podplay.yaml:2:3
              |
            2 |   b: 1
              |   ^^^^ all this

            1 error

            """,
            Render(new(Rule, "here") { Primary = new(source.Span(5, 20), "all this") }));
    }

    [Fact]
    public void An_empty_place_gets_one_caret()
    {
        var source = new SourceText("podplay.yaml", "a:\n");
        Assert.Contains("1 | a:\n  |   ^ nothing\n", Render(new(Rule, "here") { Primary = new(source.Span(2, 2), "nothing") }), StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_between_two_marked_ones_is_shown_and_more_are_dots()
    {
        var sheet = new Sheet((1, "a: 1"), (2, "b: 2"), (3, "c: 3"), (6, "d: 4"));
        var text = Render(new(Rule, "here") { Primary = sheet.Label(1, "a", ""), Related = [sheet.Label(3, "c", ""), sheet.Label(6, "d", "")] });
        Assert.Contains("1 | a: 1\n  | ^\n2 | b: 2\n3 | c: 3\n  | -\n...\n6 | d: 4\n  | -\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_endless() => Assert.InRange(
        Render(new(Rule, new string('m', 5000)) { Primary = new Sheet((1, "a")).Label(1, "a", new string('l', 5000)), Fixes = [new string('f', 5000)] }).Length,
        900,
        1500);

    [Fact]
    public void Notes_appear_only_when_asked_for()
    {
        ImmutableArray<Diagnostic> note = [new(DiagnosticRule.Note("PP998", "remark"), "by the way")];
        Assert.Equal("", TextRenderer.Render(note));
        Assert.Equal("note[PP998] remark: by the way\n\n1 note\n", TextRenderer.Render(note, includeNotes: true));
    }

    [Fact]
    public void The_tally_counts_what_was_found()
    {
        var warning = new Diagnostic(DiagnosticRule.Warning("PP998", "doubt"), "w");
        var error = new Diagnostic(Rule, "e");
        Assert.EndsWith("\n\n2 errors, 1 warning\n", TextRenderer.Render([error, error, warning]), StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_findings_are_enough()
    {
        var text = TextRenderer.Render([.. Enumerable.Range(0, 63).Select(i => new Diagnostic(Rule, $"e{i}"))]);
        Assert.Contains("made-up: e49\n\nand 13 more findings, not shown\n63 errors\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("e50", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_changes_no_letter()
    {
        var plain = TextRenderer.Render(Examples.All);
        var colored = TextRenderer.Render(Examples.All, color: true);
        Assert.Contains("\u001b[1;31merror[PP301]\u001b[0m", colored, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Red_is_for_errors_alone() =>
        Assert.DoesNotContain("31m", TextRenderer.Render([Examples.ZoneContradicted], color: true), StringComparison.Ordinal);

    private static string Render(Diagnostic diagnostic) => TextRenderer.Render([diagnostic]);
}
