using PodPlay.Changes.Rendering;
using PodPlay.Testing;

namespace PodPlay.Changes;

/// <summary>docs/diff.md shows what podplay prints, and names what there is.</summary>
public sealed class DiffPageTests
{
    private const string Command = "$ podplay diff --against main\n";

    private static readonly string Path = Repository.PathOf("docs/diff.md");

    [Fact]
    public void The_transcript_is_what_is_printed()
    {
        var after = Scene.Edit(("smtp: 25,", "smtp: 25, sieve: 4190,"), ("  backup -> db", "  apache -> mail: smtp\n  backup -> db"), ("replicas: 3", "replicas: 4"), ("    lan: { pop3: 110 }\n", ""));
        var printed = ChangeTextRenderer.Render(Scene.Document(Scene.Text, after));
        var page = File.ReadAllText(Path);
        var start = page.IndexOf(Command, StringComparison.Ordinal) + Command.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(Path, page = page[..start] + printed + page[end..]);
        Assert.Contains($"{Command}{printed}```", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_is_explained()
    {
        var page = File.ReadAllText(Path);
        Assert.All(FailOn.All, word => Assert.Contains($"| `{word}` |", page, StringComparison.Ordinal));
    }
}
