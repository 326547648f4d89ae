using System.Collections.Immutable;
using System.Text;

namespace PodPlay.Fuzz;

/// <summary>What mutations start from: the samples, the specs of the diagnostics' tests and pages, the cases of what was found before.</summary>
internal static class Corpus
{
    /// <param name="root">Of the repository.</param>
    public static ImmutableArray<FuzzInput> Of(string root)
    {
        var samples = Directory.GetDirectories(Path.Combine(root, "samples")).Order(StringComparer.Ordinal).Select(FuzzInput.ReadFrom);
        var single = Files(Path.Combine(root, "samples"), "*.yaml").Concat(Files(Path.Combine(root, "tests/PodPlay.Tests/Diagnostics/Cases"), "*.yaml")).Select(File.ReadAllText);
        var pages = Files(Path.Combine(root, "docs/diagnostics"), "PP*.md").Select(File.ReadAllText).SelectMany(YamlBlocks);
        // Whole networks reach further than examples of a few lines: they are drawn as often as all of those.
        var whole = samples.ToList();
        var small = single.Concat(pages).Select(FuzzInput.Of).ToList();
        return [.. Enumerable.Repeat(whole, Math.Max(1, small.Count / whole.Count)).SelectMany(s => s), .. small];
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    private static IEnumerable<string> YamlBlocks(string page)
    {
        StringBuilder? block = null;
        foreach (var line in page.Split('\n'))
        {
            if (line == "```yaml")
                block = new();
            else if (line == "```" && block is not null)
            {
                yield return block.ToString();
                block = null;
            }
            else
                block?.Append(line).Append('\n');
        }
    }
}
