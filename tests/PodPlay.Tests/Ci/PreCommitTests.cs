using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Ci;

/// <summary>The hooks of .pre-commit-hooks.yaml, run by pre-commit on a commit.</summary>
public sealed class PreCommitTests
{
    // pre-commit clones the repository of a hook: here it has the hooks alone, at a tag.
    private static readonly string Install = $$"""
        git init -q -b main "$HOME/hooks" && cp '{{Repository.PathOf(".pre-commit-hooks.yaml")}}' "$HOME/hooks/"
        git -C "$HOME/hooks" add . && git -C "$HOME/hooks" commit -qm hooks && git -C "$HOME/hooks" tag v1
        printf 'repos:\n  - repo: file://%s/hooks\n    rev: v1\n    hooks: [{ id: podplay-check }, { id: podplay-gen }]\n' "$HOME" > .pre-commit-config.yaml
        git add . && git commit -qm hooks && pre-commit install >/dev/null
        """;

    [MachineToolFact("pre-commit")]
    public void A_commit_with_mistakes_or_without_its_output_is_stopped()
    {
        using var checkout = new Checkout();
        checkout.Succeeds(Install);
        Assert.Equal(0, Commit(checkout).ExitCode);

        checkout.Write("podplay.yaml", Checkout.Spec.Replace("zone: dmz", "zone: dmx", StringComparison.Ordinal));
        var mistaken = Commit(checkout);
        Assert.NotEqual(0, mistaken.ExitCode);
        Assert.Contains("did you mean dmz?", mistaken.Error + mistaken.Output, StringComparison.Ordinal);

        checkout.OpenAPort();
        var outdated = Commit(checkout);
        Assert.NotEqual(0, outdated.ExitCode);
        Assert.Contains("etc/containers/systemd/web.container", outdated.Error + outdated.Output, StringComparison.Ordinal);
        // It has written what was missing: the second commit has all of it.
        Assert.Equal(0, Commit(checkout).ExitCode);
        Assert.Contains("8443", checkout.Succeeds("git show HEAD -- output/home/etc/containers/systemd/web.container"), StringComparison.Ordinal);
        checkout.Succeeds("podplay gen --check");
    }

    // Files that git does not know are no change to pre-commit: the hook itself has to say no.
    [MachineToolFact("pre-commit")]
    public void A_first_commit_without_any_output_is_stopped()
    {
        using var checkout = new Checkout();
        checkout.Succeeds("git rm -rq output && git commit -qm 'No output'");
        checkout.Succeeds(Install);
        checkout.OpenAPort();
        Assert.NotEqual(0, Commit(checkout).ExitCode);
        Assert.Equal(0, Commit(checkout).ExitCode);
    }

    [MachineToolFact("pre-commit")]
    public void A_commit_of_something_else_runs_no_hook()
    {
        using var checkout = new Checkout();
        checkout.Succeeds(Install);
        checkout.Write("README", "hello\n");
        var run = Commit(checkout);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, (run.Output + run.Error).Split("(no files to check)Skipped").Length - 1);
    }

    private static ToolResult Commit(Checkout checkout) => checkout.Bash("git add . && git commit --allow-empty -m change");
}
