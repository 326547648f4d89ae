using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

public class SpecParserTests
{
    [Fact]
    public void Keys_and_values_have_their_own_spans()
    {
        var root = Parse("a: 1\nlonger: some text # comment\n");
        var entry = root.Entries[1];
        Assert.Equal(("longer", (2, 1), (2, 7)), (Cut(entry.Key), entry.Key.Span.From, entry.Key.Span.To));
        Assert.Equal(("some text", (2, 9)), (Cut(entry.Value), entry.Value.Span.From));
    }

    [Theory]
    [InlineData("a:\n  b: 1\n  c:\n    d: 2   # x\n\n\ne: 1\n", "b: 1\n  c:\n    d: 2")]
    [InlineData("a: { x: 1, y: }   # c\ne: 1\n", "{ x: 1, y: }")]
    [InlineData("a: {}\n", "{}")]
    [InlineData("a: []\n", "[]")]
    [InlineData("a: [ x, [ y: z ] ] # c\n", "[ x, [ y: z ] ]")]
    [InlineData("a:\n- x\n- y: 1\n  z: 2\nb: 1\n", "- x\n- y: 1\n  z: 2")]
    [InlineData("a:\n  - x\n\nb: 1\n", "- x")]
    [InlineData("a: 'it''s'\n", "'it''s'")]
    [InlineData("a: x\n   y\n", "x\n   y")]
    [InlineData("a: |\n  x\n    y\n\n\n# c\nb: 1\n", "|\n  x\n    y")]
    [InlineData("a: &name  value\n", "value")]
    [InlineData("a: &name\n  b: 1\nc: 1\n", "b: 1")]
    [InlineData("a: &name { b: 1 }\n", "{ b: 1 }")]
    [InlineData("a: &name [b]\n", "[b]")]
    [InlineData("a: &name\n  - b\n", "- b")]
    [InlineData("a: &name # c\n  |\n  x\n", "|\n  x")]
    [InlineData("a: 80 -> 8080 -> 80\r\nb: 1\r\n", "80 -> 8080 -> 80")]
    [InlineData("x: &x { k: 1 }\na:\n  b: *x\nc: 1\n", "b: *x")]
    public void The_span_of_a_value_is_its_text(string text, string expected) => Assert.Equal(expected, Cut(Parse(text)["a"]!));

    [Theory]
    [InlineData("a:\nb: 1\n", 3)]
    [InlineData("a:   # c\nb: 1\n", 3)]
    public void The_span_of_nothing_is_empty_and_stands_behind_the_colon(string text, int column)
    {
        var value = Assert.IsType<SpecScalar>(Parse(text)["a"]);
        Assert.True(value.IsNull);
        Assert.Equal((0, (1, column)), (value.Span.Length, value.Span.From));
    }

    [Fact]
    public void Columns_count_as_editors_do()
    {
        var root = Parse("\u00fc: { \U0001f600: x }\n");
        Assert.Equal((1, 10), ((SpecMapping)root.Entries[0].Value).Entries[0].Value.Span.From);
    }

    [Fact]
    public void Windows_line_ends_change_nothing_but_offsets()
    {
        var root = Parse("a:\r\n  b: |\r\n    x\r\n    y\r\nc: 2\r\n");
        Assert.Equal("x\ny\n", ((SpecScalar)((SpecMapping)root["a"]!)["b"]!).Text);
        Assert.Equal((5, 4), root["c"]!.Span.From);
    }

    [Fact]
    public void An_alias_is_the_node_of_its_anchor()
    {
        var root = Parse("a: &x { k: [1, 2] }\nb: *x\n");
        Assert.Same(root["a"], root["b"]);
    }

    [Fact]
    public void Own_keys_win_over_merged_ones_wherever_they_stand()
    {
        var root = Parse("base: &b { x: 1, y: 2 }\nme:\n  <<: *b\n  y: 3\n  z: 4\n");
        Assert.Equal("y=3 z=4 x=1", Pairs(root["me"]));
    }

    [Fact]
    public void Of_several_merged_maps_the_first_wins()
    {
        var root = Parse("a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\nme: { <<: [*a, *b], z: 3 }\n");
        Assert.Equal("z=3 x=1 y=2", Pairs(root["me"]));
    }

    [Fact]
    public void A_merged_map_may_itself_have_merged()
    {
        var root = Parse("a: &a { x: 1 }\nb: &b { <<: *a, y: 2 }\nme: { <<: *b }\n");
        Assert.Equal("y=2 x=1", Pairs(root["me"]));
    }

    [Fact]
    public void A_quoted_merge_sign_is_a_key() => Assert.NotNull(Parse("\"<<\": { x: 1 }\n").Find("<<"));

    [Fact]
    public void Only_unquoted_text_is_plain()
    {
        var root = Parse("a: 1\nb: \"1\"\nc: '1'\nd: |\n  1\n");
        Assert.Equal([true, false, false, false], root.Entries.Select(e => ((SpecScalar)e.Value).IsPlain));
    }

    [Fact]
    public void Blocks_may_hold_lines_and_tabs() => Assert.Equal("x\n\ty\n", ((SpecScalar)Parse("a: |\n  x\n  \ty\n")["a"]!).Text);

    [Fact]
    public void A_byte_order_of_sections_is_kept() => Assert.Equal(["z", "a", "m"], Parse("z: 1\na: 1\nm: 1\n").Entries.Select(e => e.Key.Text));

    [Fact]
    public void A_directive_and_document_marks_are_accepted() => Assert.Single(Parse("%YAML 1.2\n---\na: 1\n...\n").Entries);

    private static SpecMapping Parse(string text)
    {
        var bag = new DiagnosticBag();
        var root = SpecParser.Parse(new SourceText("t.yaml", text), bag);
        Assert.Empty(bag.ToSortedList());
        return root!;
    }

    private static string Cut(SpecNode node) => node.Span.Source.Text[node.Span.Start..node.Span.End];

    private static string Pairs(SpecNode? map) =>
        string.Join(' ', ((SpecMapping)map!).Entries.Select(e => $"{e.Key.Text}={((SpecScalar)e.Value).Text}"));
}
