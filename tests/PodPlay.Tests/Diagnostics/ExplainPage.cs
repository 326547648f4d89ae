using System.Collections.Immutable;
using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary>A page of <c>docs/diagnostics</c>, taken apart.</summary>
/// <param name="Headings">Those of the second level, in their order.</param>
internal sealed record ExplainPage(string Title, string Level, string What, ImmutableArray<string> Headings, CodeBlock Example, CodeBlock Fixed)
{
    public const string Folder = "docs/diagnostics";

    public static string PathOf(string code) => Repository.PathOf($"{Folder}/{code}.md");

    public static ExplainPage Of(string code) => Parse(File.ReadAllText(PathOf(code)));

    public static ExplainPage Parse(string text)
    {
        var lines = text.Split('\n');
        Assert.True(lines is [['#', ' ', ..], _, "", _, ..], "a page begins with its title, its level, an empty line and what it is");
        var headings = lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]).ToImmutableArray();
        var what = string.Join(' ', lines.Skip(3).TakeWhile(l => l.Length > 0));
        return new(lines[0][2..], lines[1], what, headings, Block(lines, "Example"), Block(lines, "Fixed"));
    }

    private static CodeBlock Block(string[] lines, string heading)
    {
        var section = lines.SkipWhile(l => l != $"## {heading}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).ToList();
        var fences = section.Where(l => l.StartsWith("```", StringComparison.Ordinal)).ToList();
        Assert.True(fences is ["```yaml" or "```console", "```"], $"one block of yaml or console belongs under {heading}");
        return new(fences[0][3..], string.Concat(section.SkipWhile(l => l != fences[0]).Skip(1).TakeWhile(l => l != "```").Select(l => l + "\n")));
    }
}
