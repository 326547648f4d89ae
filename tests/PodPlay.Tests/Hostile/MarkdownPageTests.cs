using System.Text.Json;
using System.Text.RegularExpressions;
using PodPlay.Changes;
using PodPlay.Changes.Planning;
using PodPlay.Changes.Planning.Rendering;
using PodPlay.Changes.Rendering;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Hostile;

/// <summary>What is written in Markdown, read by the parser of GitHub's dialect: a nasty text stays in its cell or line, and no sign of it acts.</summary>
public sealed partial class MarkdownPageTests
{
    public static TheoryData<string, int> Turns => RealToolTests.Turns;

    [NodeTheory]
    [MemberData(nameof(Turns))]
    public void Of_a_spec_with_nasty_texts_each_block_is_that_of_its_harmless_twin(string sample, int turn)
    {
        var spec = NastySpec.Of(sample, turn);
        var before = ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));
        Assert.NotEmpty(MetInBoth(PagesOf(spec.Twin, before), PagesOf(spec.Nasty, before), spec.Texts));
    }

    /// <summary>Every text that may name an owner, each in a cell of NETWORK.md of its own.</summary>
    [NodeFact]
    public void Every_owner_stays_in_its_cell()
    {
        var texts = Nasty.Texts.Where(t => Rules.Owner.IsValid(t) && !t.EnumerateRunes().Any(HiddenCharacters.IsHidden)).Select((t, i) => (Word: $"{Nasty.Harmless}{i:d3}", Text: t)).ToDictionary(t => t.Word, t => t.Text);
        Assert.True(texts.Count > 60, $"{texts.Count} texts");
        var before = ChangeSide.Of(InMemory.Compile(InMemory.Text("quickstart")));
        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), MetInBoth(PagesOf(Owned(texts.Keys), before), PagesOf(Owned(texts.Values), before), texts));

        static Compilation Owned(IEnumerable<string> owners) => InMemory.Compile(InMemory.Text("quickstart").Replace("    public:\n", $"    lan: {{ {string.Join(", ", owners.Select((o, i) => $"p{i}: {{ port: {9000 + i}, owner: {JsonSerializer.Serialize(o)} }}"))} }}\n    public:\n", StringComparison.Ordinal));
    }

    /// <returns>The harmless words in whose places the pages have the nasty texts.</returns>
    private static SortedSet<string> MetInBoth(SortedDictionary<string, string> twin, SortedDictionary<string, string> nasty, IReadOnlyDictionary<string, string> texts)
    {
        var parsed = MarkdownPage.Parse(twin.Values.Concat(nasty.Values));
        Assert.Equal(twin.Keys, nasty.Keys);

        var met = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (page, number) in twin.Keys.Select((p, i) => (p, i)))
        {
            var expected = Blocks(parsed[number], t => Word().Replace(t, m => { met.Add(m.Value); return texts[m.Value]; }));
            var actual = Blocks(parsed[twin.Count + number], t => t);
            Assert.True(expected.SequenceEqual(actual), $"{page}:\n- {FieldTests.Beyond(expected, actual, "\n- ")}\n+ {FieldTests.Beyond(actual, expected, "\n+ ")}");
        }
        return met;
    }

    [NodeFact]
    public void A_sign_that_acts_is_seen() => Assert.Equal(
        [("page/table/tableRow/tableCell", "a"), ("page/table/tableRow/tableCell", "<html><b></html>x|y <strong>z</strong>"), ("page/list/listItem/heading1", "h"), ("page/paragraph", "www.example.com <inlineCode>c</inlineCode>")],
        Assert.Single(MarkdownPage.Parse(["| a |\n| --- |\n| <b>x\\|y **z** |\n\n* # h\n\nwww.example.com `c`\n"])));

    private static SortedDictionary<string, string> PagesOf(Compilation compilation, ChangeSide before)
    {
        var pages = new SortedDictionary<string, string>(InMemory.Render(compilation).Where(f => f.Key.EndsWith(".md", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
        var after = ChangeSide.Of(compilation);
        var changes = ChangeSet.Between(before, after);
        var document = new ChangeDocument(changes, new("before", null, true), compilation.Places, null, [], []);
        pages.Add("podplay diff", ChangeMarkdownRenderer.Render(document));
        pages.Add("podplay plan", PlanMarkdownRenderer.Render(new PlanDocument(Plan.Of(changes, before, after), document.With)));
        return pages;
    }

    // Commands in a block have quotes of the shell's, which FieldTests read; here a block ends where it should. Rows, and the words of a line, stand in the order of the names.
    private static List<string> Blocks(IEnumerable<(string At, string Text)> page, Func<string, string> change) =>
    [
        .. page.Select(b => $"{b.At}: {(b.At.EndsWith("/code", StringComparison.Ordinal) ? $"{b.Text.Count(c => c == '\n')} line ends" : string.Join(' ', change(b.Text).Split((char[]?)[' ', '\n', '\t', ',', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)))}")
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("harmless0[0-9]{3}")]
    private static partial Regex Word();
}
