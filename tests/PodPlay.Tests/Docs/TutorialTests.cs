using PodPlay.Testing.Tools;

namespace PodPlay.Docs;

/// <summary>Whoever follows the tutorial sees what it shows. The blocks for the host are run by the host tests.</summary>
public sealed class TutorialTests
{
    private static readonly string[] OnHosts = ["to the host", "on the host", "in the LAN", "in the internet"];

    [MachineToolFact("git")]
    public void Every_block_does_what_the_page_says()
    {
        using var tutorial = new Tutorial();
        var blocks = Tutorial.Blocks;
        var compared = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at].Language == "text")
                continue;
            var printed = tutorial.Follow(blocks[at]);
            if (at + 1 < blocks.Count && blocks[at + 1] is { Language: "text" } shown)
            {
                Assert.Equal($"{Tutorial.Page}:{shown.Line}\n{shown.Text}", $"{Tutorial.Page}:{shown.Line}\n{printed}");
                compared++;
            }
        }
        Assert.True(compared > 3);
    }

    // A block that nobody runs would be a promise that nobody keeps.
    [Fact]
    public void There_is_no_block_that_no_test_runs() => Assert.All(Tutorial.Blocks, b => Assert.True(
        b.Language == "text"
        || (b.Language == "yaml" && (b.Marker.StartsWith("file: ", StringComparison.Ordinal) || b.Marker.StartsWith("append: ", StringComparison.Ordinal)))
        || (b.Language == "sh" && (b.Marker is "" or "says no" || OnHosts.Contains(b.Marker))),
        $"{Tutorial.Page}:{b.Line}: {b.Language} {b.Marker}"));
}
