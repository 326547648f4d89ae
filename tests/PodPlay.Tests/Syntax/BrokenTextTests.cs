using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Each kind of broken text gets exactly one finding, at its place.</summary>
public class BrokenTextTests
{
    [Theory]
    [InlineData("a:\n\tb: 2\n", "PP101", 2, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a: 1\n\tb: 2\n", "PP101", 2, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "PP101", 3, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a:\n  b: 1\n  \tc: 2\n", "PP101", 3, 3, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a: x # c\n\tb: c\n", "PP101", 2, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a: |\n\tx\n", "PP101", 2, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("# one\n# two\na:\n  b:\n    - x\n\t- y\n", "PP101", 6, 1, "indentation uses a tab, YAML allows only spaces")]
    [InlineData("a: [1, 2\nb: 3", "PP101", 1, 4, "this [ is not closed, or a comma is missing after it")]
    [InlineData("a: {x: 1\nb: 3", "PP101", 1, 4, "this { is not closed, or a comma is missing after it")]
    [InlineData("a: [1, 2", "PP101", 1, 4, "this [ is not closed, or a comma is missing after it")]
    [InlineData("a: {", "PP101", 1, 4, "this { is not closed, or a comma is missing after it")]
    [InlineData("a: { b: [1, 2 }\n", "PP101", 1, 9, "this [ is not closed, or a comma is missing after it")]
    [InlineData("a: 'x\nb: 3\n", "PP101", 1, 4, "this quote is never closed")]
    [InlineData("a: \"x\n", "PP101", 1, 4, "this quote is never closed")]
    [InlineData("a: b: c\n", "PP101", 1, 5, "one line holds two keys")]
    [InlineData("a: 1\n b: 2\n", "PP101", 2, 3, "a key cannot stand here")]
    [InlineData("a\nb: 1\n", "PP101", 2, 2, "a key cannot stand here")]
    [InlineData("a:\n  b: 1\n c: 2\n", "PP101", 3, 2, "this does not continue what stands above it")]
    [InlineData("- a\nb: 1\n", "PP101", 2, 1, "this does not continue what stands above it")]
    [InlineData("a: 1\nb\nc: 2\n", "PP101", 2, 1, "this does not continue what stands above it")]
    [InlineData("a: 'x' y\n", "PP101", 1, 8, "this does not continue what stands above it")]
    [InlineData("- :\n  ]\n", "PP101", 2, 3, "this does not continue what stands above it")]
    [InlineData(" :\n    &x ", "PP101", 1, 3, "this does not continue what stands above it")]
    [InlineData("a: @x\n", "PP101", 1, 4, "@ cannot begin a value")]
    [InlineData("a: \"x\\q\"\n", "PP101", 1, 6, "unknown escape in a double-quoted text")]
    [InlineData("a: ]\n", "PP101", 1, 4, "not valid YAML: did not find expected node content")]
    [InlineData("a: - b\n", "PP101", 1, 4, "not valid YAML: block sequence entries are not allowed in this context")]
    [InlineData("a: &x &y c\n", "PP101", 1, 7, "not valid YAML: found more than one anchor")]
    public void Syntax_is_explained_at_its_place(string text, string code, int line, int column, string message) =>
        Assert.Equal((code, line, column, message), Only(text));

    [Theory]
    [InlineData("mail: 1\nweb: 2\nmail: 3\n", "PP106", 3, 1, "mail is defined twice, lines 1 and 3")]
    [InlineData("a:\n  x: 1\n  x: 2\n  x: 3\n", "PP106", 3, 3, "x is defined 3 times, lines 2, 3 and 4")]
    [InlineData("a: &a {}\nb: &b {}\nc:\n  <<: *a\n  <<: *b\n", "PP106", 5, 3, "<< is defined twice, lines 4 and 5")]
    [InlineData("a: 1\n---\nb: 2\n", "PP120", 2, 1, "this file holds more than one YAML document")]
    [InlineData("a: 1\n...\nb: 2\n", "PP120", 3, 1, "this file holds more than one YAML document")]
    [InlineData("# list\n- a\n", "PP121", 2, 1, "a spec is a map of sections, this file holds a list")]
    [InlineData("hello", "PP121", 1, 1, "a spec is a map of sections, this file holds a single value")]
    [InlineData("? [a]\n: b\n", "PP122", 1, 3, "a key is plain text")]
    [InlineData("a: { {x: 1}: 2 }\n", "PP122", 1, 6, "a key is plain text")]
    [InlineData("a: &x y\n*x : 2\n", "PP122", 2, 1, "a key is plain text")]
    [InlineData("a: 1 # c\n: b\n", "PP122", 2, 1, "a key is plain text")]
    [InlineData(": b\n", "PP122", 1, 1, "a key is plain text")]
    [InlineData("a: !foo x\n", "PP123", 1, 4, "podplay knows no YAML tags such as !foo")]
    [InlineData("a: !!python/object/apply:os.system [x]\n", "PP123", 1, 4, "podplay knows no YAML tags such as !!python/object/apply:os.system")]
    [InlineData("a: !b!c x\n", "PP123", 1, 4, "podplay knows no YAML tags such as !b!c")]
    [InlineData("a: &x !!map\n  b: 1\n", "PP123", 1, 7, "podplay knows no YAML tags such as !!map")]
    [InlineData("a: 1\nb: *nope\n", "PP124", 2, 4, "*nope has no anchor above it")]
    [InlineData("a: &x\n  b: *x\n", "PP125", 2, 6, "*x stands inside the value that it repeats")]
    [InlineData("a: &x 1\nb:\n  <<: *x\n", "PP126", 3, 3, "<< merges a map, or a list of maps")]
    [InlineData("a: \"x\\ny\"\n", "PP129", 1, 4, "this value has more than one line")]
    [InlineData("a: \"x\\u0007y\"\n", "PP129", 1, 4, "this value holds a control character")]
    [InlineData("a: \"\\u202e\"\n", "PP129", 1, 4, "this value holds a character that turns the direction of text")]
    [InlineData("a: x\ty\n", "PP129", 1, 4, "this value holds a tab")]
    [InlineData("a: 1\n# x\u202Ey\n", "PP129", 2, 4, "a character that turns the direction of text cannot be seen in an editor")]
    [InlineData("a: x\u200By\n", "PP129", 1, 5, "a character without width cannot be seen in an editor")]
    [InlineData("a: 1\n\u00a0\u00a0b: 1\n", "PP129", 2, 1, "a no-break space cannot be seen in an editor")]
    [InlineData("a: 1\u001b[31m\n", "PP129", 1, 5, "a control character cannot be seen in an editor")]
    [InlineData("a: 1\rb: 2\n", "PP129", 1, 5, "a carriage return cannot be seen in an editor")]
    [InlineData("a: 1\u2028b: 2\n", "PP129", 1, 5, "a Unicode line separator cannot be seen in an editor")]
    [InlineData("a: 1\n\0b: 2\n", "PP117", 2, 1, "t.yaml is not UTF-8 text")]
    public void Shape_is_refused_at_its_place(string text, string code, int line, int column, string message) =>
        Assert.Equal((code, line, column, message), Only(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void An_empty_file_is_said_to_be_empty(string text)
    {
        var found = Assert.Single(Parse(text, out var root));
        Assert.Null(root);
        Assert.Equal(("PP119", "t.yaml", "t.yaml is empty"), (found.Code, found.Path, found.Message));
    }

    [Fact]
    public void Ten_megabytes_are_refused_before_they_are_parsed()
    {
        var found = Assert.Single(Parse(new string('x', 10_000_000), out _));
        Assert.Equal(("PP118", "t.yaml has more than 4194304 bytes, no spec is so large"), (found.Code, found.Message));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    public void A_hundred_levels_are_too_deep(string bracket)
    {
        var found = Assert.Single(Parse("a: " + string.Concat(Enumerable.Repeat(bracket, 100)), out _));
        Assert.Equal("PP127", found.Code);
        Assert.Equal(1, found.Primary!.Span.From.Line);
    }

    [Fact]
    public void A_hundred_levels_of_indentation_are_too_deep()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $"{new string(' ', i)}a:\n"));
        var found = Assert.Single(Parse(text, out _));
        Assert.Equal(("PP127", (65, 65)), (found.Code, found.Primary!.Span.From));
    }

    [Fact]
    public void Sixty_levels_are_not_too_deep()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"{new string(' ', i)}a:\n"));
        Assert.Empty(Parse(text, out var root));
        Assert.NotNull(root);
    }

    [Fact]
    public void Aliases_that_explode_are_one_finding()
    {
        var text = "l0: &l0 [lol]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"l{i}: &l{i} [*l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}]\n"));
        var found = Assert.Single(Parse(text, out var root));
        Assert.Null(root);
        Assert.Equal("PP128", found.Code);
    }

    [Fact]
    public void Merges_that_explode_are_one_finding()
    {
        var keys = string.Concat(Enumerable.Range(0, 1000).Select(i => $"  k{i}: 1\n"));
        var text = $"m0: &m0\n{keys}" + string.Concat(Enumerable.Range(1, 500).Select(i => $"m{i}: &m{i}\n  <<: *m{i - 1}\n"));
        Assert.Equal("PP128", Assert.Single(Parse(text, out _)).Code);
    }

    [Fact]
    public void An_unknown_alias_gets_the_nearest_anchor() =>
        Assert.Equal("did you mean *tuned?", Assert.Single(Assert.Single(Parse("a: &tuned 1\nb: *tunde\n", out _)).Fixes));

    [Fact]
    public void An_open_bracket_shows_where_reading_stopped()
    {
        var found = Assert.Single(Parse("a: [1, 2\nb: 3\n", out _));
        Assert.Equal((1, 5), Assert.Single(found.Related).Span.From);
    }

    [Fact]
    public void A_duplicate_key_shows_both_places_and_the_first_is_kept()
    {
        var found = Assert.Single(Parse("mail: 1\nweb: 2\nmail: 3\n", out var root));
        Assert.Equal((1, 1), Assert.Single(found.Related).Span.From);
        Assert.Equal("1", Assert.IsType<SpecScalar>(root!["mail"]).Text);
    }

    [Fact]
    public void One_name_is_reported_once() => Assert.Equal(["PP123", "PP124"], Parse("a: [!x 1, !x 2, *y, *y]\n", out _).Select(d => d.Code));

    [Fact]
    public void Too_many_values_are_one_finding() =>
        Assert.Equal("PP128", Assert.Single(Parse($"a: [{string.Concat(Enumerable.Repeat("x, ", 200_000))}]", out _)).Code);

    [Fact]
    public void Several_findings_of_one_file_are_all_reported() =>
        Assert.Equal(["PP123", "PP124"], Parse("a: !x 1\nb: *y\n", out _).Select(d => d.Code));

    private static (string Code, int Line, int Column, string Message) Only(string text)
    {
        var found = Assert.Single(Parse(text, out _));
        var (line, column) = found.Primary!.Span.From;
        return (found.Code, line, column, found.Message);
    }

    private static ImmutableArray<Diagnostic> Parse(string text, out SpecMapping? root)
    {
        var bag = new DiagnosticBag();
        root = SpecParser.Parse(new SourceText("t.yaml", text), bag);
        return bag.ToSortedList();
    }
}
