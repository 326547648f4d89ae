using CsCheck;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Whatever stands in a file: no exception, and every span lies inside it.</summary>
public class AnyTextTests
{
    // Pieces that mean something to YAML, so that random text gets past the first character.
    private static readonly string[] Pieces =
    [
        "a", "b: ", "b:", ":", "- ", "-", "\n", "\n  ", "\n    ", "\r\n", "\t", " ", "[", "]", "{", "}", ",", "'", "\"", "&x ", "*x", "<<: ", "? ", "|\n", ">-\n",
        "!t ", "!!str ", "#", " # c", "---\n", "...\n", "%YAML 1.1\n", "%", "@", "`", "\\", "\\x", "\"\\u", "~", "é", "\U0001f600", "\ud83d", "\ufeff", "\u2028", "\0",
    ];

    private static readonly Gen<string> YamlLike = Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(p => Pieces[p])));

    [Fact]
    public void No_text_that_looks_like_yaml_makes_the_parser_throw() => YamlLike.Sample(Holds, iter: 20_000);

    [Fact]
    public void No_text_at_all_makes_the_parser_throw() => Gen.String.Sample(Holds, iter: 3_000);

    [Fact]
    public void No_bytes_at_all_make_the_loader_throw() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            var files = new MemorySpecFiles();
            files.Add("any.yaml", bytes);
            var bag = new DiagnosticBag();
            Assert.True(SpecLoader.Load("any.yaml", files, bag) is not null || bag.HasErrors);
        },
        iter: 3_000);

    private static void Holds(string text)
    {
        var source = new SourceText("any.yaml", text);
        var bag = new DiagnosticBag();
        var root = SpecParser.Parse(source, bag);
        Assert.True(root is not null || bag.HasErrors, "nothing came out and nothing was said");
        var found = bag.ToSortedList();
        Assert.DoesNotContain(TextRenderer.Render(found), c => c != '\n' && char.IsControl(c));
        Assert.DoesNotContain("\r", GithubRenderer.Render(found), StringComparison.Ordinal);
        Assert.NotEmpty(JsonRenderer.Render(found) + SarifRenderer.Render(found) + ShortRenderer.Render(found));
        foreach (var d in found)
        {
            foreach (var label in d.Related.Append(d.Primary ?? new Label(source.Span(0, 0), "")))
                Inside(source, label.Span);
        }
        if (root is not null)
            Inside(source, root);
    }

    private static void Inside(SourceText source, SpecNode node)
    {
        Inside(source, node.Span);
        foreach (var child in node switch
        {
            SpecMapping map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }),
            SpecSequence list => list.Items,
            _ => Enumerable.Empty<SpecNode>(),
        })
        {
            Inside(source, child);
        }
    }

    private static void Inside(SourceText source, SourceSpan span)
    {
        Assert.Same(source, span.Source);
        Assert.InRange(span.Start, 0, span.End);
        Assert.InRange(span.End, span.Start, source.Text.Length);
    }
}
