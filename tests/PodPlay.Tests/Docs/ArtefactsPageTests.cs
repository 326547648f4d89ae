using System.Text.RegularExpressions;
using PodPlay.Cli;
using PodPlay.Testing;

namespace PodPlay.Docs;

/// <summary>docs/reference/artefacts.md knows every kind of file that podplay writes.</summary>
public sealed partial class ArtefactsPageTests
{
    private static readonly List<string> Globs =
        [.. File.ReadAllLines(Repository.PathOf("docs/reference/artefacts.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => Quoted().Matches(l.Split('|')[1]).Select(m => m.Groups["glob"].Value))];

    private static readonly List<string> Files = [.. InMemory.Names.SelectMany(n => InMemory.RenderNamed(n).Keys).Distinct()];

    [Fact]
    public void Every_file_has_its_row() => Assert.DoesNotContain(Files, f => !Globs.Exists(g => Fits(g, f)));

    [Fact]
    public void Every_row_has_a_file() => Assert.DoesNotContain(Globs, g => !Files.Exists(f => Fits(g, f)));

    // A pattern without a slash stands for a file beside the trees.
    private static bool Fits(string glob, string file) => (glob.Contains('/', StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal)) && new PathGlob(glob).Matches(file);

    [GeneratedRegex("`(?<glob>[^`]+)`")]
    private static partial Regex Quoted();
}
