using System.Text.RegularExpressions;
using PodPlay.Testing.Tools;

namespace PodPlay.Docs;

/// <summary>docs/tutorial.md, one block after the other.</summary>
internal sealed partial class Tutorial : IDisposable
{
    public const string Page = "docs/tutorial.md";

    private readonly ProgramFolder _programs = new();
    private readonly TempTree _tree = new();

    public static List<PageBlock> Blocks => PageBlock.Of(Page);

    public string Folder => _tree.Root;

    /// <summary>Does what a reader does with a block on the own machine: writes the file, or runs the commands.</summary>
    /// <returns>What was printed; null where nothing is run.</returns>
    public string? Follow(PageBlock block)
    {
        if (block.Marker.StartsWith("file: ", StringComparison.Ordinal))
            _tree.Write(block.Marker[6..], block.Text);
        else if (block.Marker.StartsWith("append: ", StringComparison.Ordinal))
            File.AppendAllText(Path.Combine(Folder, block.Marker[8..]), block.Text);
        else if (block is { Marker: "" or "says no", Language: "sh" })
        {
            var run = _programs.Bash(Folder, $"{{\n{block.Text}}} 2>&1");
            Assert.True((run.ExitCode == 0) == (block.Marker.Length == 0), $"{Page}:{block.Line}: {run}");
            return Revision().Replace(run.Output, "(1a2b3c4)");
        }
        return null;
    }

    public void Dispose()
    {
        _programs.Dispose();
        _tree.Dispose();
    }

    // A commit's number is another one each time.
    [GeneratedRegex(@"\([0-9a-f]{7}\)")]
    private static partial Regex Revision();
}
