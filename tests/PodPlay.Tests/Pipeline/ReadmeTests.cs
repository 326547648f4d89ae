using PodPlay.Diagnostics.Rendering;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>What the README shows is what podplay prints.</summary>
public sealed class ReadmeTests
{
    private const string Marker = "<!-- podplay check -f samples/seed-literal.yaml -->";

    /// <summary>A line of its own, where the README leaves something out.</summary>
    private const string Cut = "[...]";

    [Fact]
    public void The_demonstration_is_verbatim_but_for_marked_cuts()
    {
        const string Spec = "samples/seed-literal.yaml";
        var found = Compiler.Compile(Spec, new MemorySpecFiles { [Spec] = File.ReadAllText(Repository.PathOf(Spec)) }).Findings;
        var printed = TextRenderer.Render(found.Open, includeNotes: false, color: false);
        var block = Block(File.ReadAllText(Repository.PathOf("README.md")));

        Assert.Equal($"$ podplay check -f {Spec}", block[0]);
        var pieces = string.Join('\n', block.Skip(1)).Split(Cut).Select(p => p.Trim('\n')).Where(p => p.Length > 0).ToList();
        Assert.NotEmpty(pieces);
        var from = 0;
        foreach (var piece in pieces)
        {
            var at = printed.IndexOf(piece, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"podplay does not print this (any more, or here):\n{piece}");
            from = at + piece.Length;
        }
        Assert.True(block[^1] == Cut || printed.TrimEnd('\n').EndsWith(pieces[^1], StringComparison.Ordinal), "the end is left out without a mark");
    }

    private static string[] Block(string readme)
    {
        var lines = readme.Split('\n');
        var marker = Array.IndexOf(lines, Marker);
        Assert.True(marker >= 0 && lines[marker + 1].StartsWith("```", StringComparison.Ordinal), $"no fenced block after {Marker}");
        return [.. lines.Skip(marker + 2).TakeWhile(l => l != "```")];
    }
}
