using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using PodPlay.Text;

namespace PodPlay.Ci;

/// <summary>docs/ci/podplay.yml: its <c>run:</c> steps are run by bash as a runner does, in a repository with a pull request.</summary>
public sealed class WorkflowTests
{
    private static readonly Dictionary<string, string> Steps = StepsOf("docs/ci/podplay.yml");

    [Fact]
    public void It_has_the_steps_that_are_tested_here() =>
        Assert.Equal(["podplay is in PATH", "output/ is what the spec says", "What changes", "Comment"], Steps.Keys);

    [MachineToolFact("git")]
    public void A_change_with_its_output_passes_and_is_told()
    {
        using var checkout = new Checkout();
        checkout.OpenAPort();
        checkout.Succeeds("git checkout -qb change && podplay gen --quiet && git add . && git commit -qm change");
        checkout.Succeeds(Steps["podplay is in PATH"]);
        checkout.Succeeds(Steps["output/ is what the spec says"]);
        checkout.Succeeds(Steps["What changes"], ("BASE", "main"), ("GITHUB_STEP_SUMMARY", $"{checkout.Folder}/summary"));
        var told = File.ReadAllText($"{checkout.Folder}/podplay-change.md");
        Assert.Contains("443", told, StringComparison.Ordinal);
        Assert.Equal(told, File.ReadAllText($"{checkout.Folder}/summary"));
    }

    [MachineToolFact("git")]
    public void A_change_without_its_output_fails_with_an_annotation()
    {
        using var checkout = new Checkout();
        checkout.OpenAPort();
        var run = checkout.Bash(Steps["output/ is what the spec says"]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("::error ", run.Output, StringComparison.Ordinal);
        Assert.Contains("PP903", run.Output, StringComparison.Ordinal);
    }

    [MachineToolFact("jq")]
    public void The_comment_is_made_once_and_then_kept_current()
    {
        using var checkout = new Checkout();
        using var api = TempTree.Of();
        // The server lives as long as the shell that posts to it.
        var post = $$"""
            python3 '{{Repository.PathOf("tests/PodPlay.Tests/Ci/comments.py")}}' '{{api.Root}}' &
            trap "kill $!" EXIT
            until [ -e '{{api.Root}}/port' ]; do sleep 0.05; done
            export API=http://127.0.0.1:$(cat '{{api.Root}}/port')/repos/us/network NUMBER=12 TOKEN=of-the-test
            comment() {
            {{Steps["Comment"]}}
            }
            printf '### Network change\n"quoted" `code`\n' > podplay-change.md; comment
            printf '### Network change\nnothing\n' > podplay-change.md; comment
            """;
        checkout.Succeeds(post);
        Assert.Equal(
            "POST /repos/us/network/issues/12/comments token of-the-test\nPATCH /repos/us/network/issues/comments/7 token of-the-test\n",
            File.ReadAllText($"{api.Root}/log"));
        Assert.Equal("<!-- podplay -->\n### Network change\nnothing\n", File.ReadAllText($"{api.Root}/comment"));
    }

    private static Dictionary<string, string> StepsOf(string path)
    {
        var diagnostics = new DiagnosticBag();
        var root = SpecParser.Parse(new SourceText(path, File.ReadAllText(Repository.PathOf(path))), diagnostics);
        Assert.Empty(diagnostics.ToSortedList());
        var steps = (SpecSequence)((SpecMapping)((SpecMapping)root!["jobs"]!)["podplay"]!)["steps"]!;
        return steps.Items.Cast<SpecMapping>().Where(s => s["run"] is not null).ToDictionary(s => ((SpecScalar)s["name"]!).Text, s => ((SpecScalar)s["run"]!).Text);
    }
}
