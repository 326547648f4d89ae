using PodPlay.Samples;
using PodPlay.Testing.Tools;

namespace PodPlay.Cli;

/// <summary>Which day it is: what was given, else the commit that is checked out, else nobody knows. Never the clock.</summary>
public sealed class GivenDateTests
{
    private const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts:
          main: { address: [192.168.1.100] }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          web: { image: localhost/web:1.0.0, zone: dmz }
          db: { image: localhost/db:1.0.0, zone: dmz, private: { postgres: 5432 }, lan: { admin: { port: 9000, until: 2027-06-30 } } }
        flows:
          web -> db: { ports: postgres, until: 2027-01-31, owner: net team }

        """;

    [Theory]
    [InlineData("2026-12-31", "", 0)]
    [InlineData("2027-01-01", "PP430", 0)]
    [InlineData("2027-01-31", "PP430", 0)]
    [InlineData("2027-02-01", "PP429", 1)]
    [InlineData("2027-06-01", "PP429 PP430", 1)]
    [InlineData("2027-07-01", "PP429 PP429", 1)]
    public void A_warning_for_thirty_days_and_an_error_from_the_day_after(string today, string codes, int exit)
    {
        var run = CliRun.Of(["check", "-f", "-", "--today", today, "--format", "short"], CliRun.Utf8(Spec));
        Assert.Equal(codes, string.Join(' ', run.Out.Split('\n').SelectMany(l => l.Split('[', ']')).Where(w => w.StartsWith("PP4", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.Equal(exit, run.ExitCode);
    }

    [Fact]
    public void Without_an_option_the_commit_says_it()
    {
        using var tree = TempTree.Of(("site/podplay.yaml", Spec));
        Commit(tree.Root, "2027-03-05T12:00:00Z");
        var run = CliRun.Of("check", "-f", Path.Combine(tree.Root, "site/podplay.yaml"));
        Assert.Contains("flows.web -> db was to end on 2027-01-31", run.Out, StringComparison.Ordinal);
        Assert.Contains("judged on 2027-03-05 (the commit of HEAD)", run.Out, StringComparison.Ordinal);
        Assert.Contains("33 days ago; ask net team", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_given_stands_over_the_commit()
    {
        using var tree = TempTree.Of(("podplay.yaml", Spec));
        Commit(tree.Root, "2027-03-05T12:00:00Z");
        Assert.Equal(0, CliRun.Of("check", "-f", Path.Combine(tree.Root, "podplay.yaml"), "--today", "2026-11-01").ExitCode);
    }

    [Fact]
    public void Outside_of_a_repository_it_is_said_that_nothing_was_judged()
    {
        using var tree = TempTree.Of(("podplay.yaml", Spec));
        var run = CliRun.Of("check", "-v", "-f", Path.Combine(tree.Root, "podplay.yaml"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("note[PP431] term-not-judged: 2 dates were not judged", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_allowance_cannot_make_the_output_depend_on_the_day()
    {
        var allowed = Spec + "lint: { term-past: { allow: a test } }\n";
        var run = CliRun.Of(["check", "-f", "-", "--today", "2027-02-01"], CliRun.Utf8(allowed));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PP429", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_is_the_same_on_every_day()
    {
        var trees = new[] { "2026-01-01", "2027-01-15" }.Select(d =>
        {
            var run = CliRun.Of(["gen", "-f", "-", "--stdout", "--today", d], CliRun.Utf8(Spec));
            Assert.Equal(0, run.ExitCode);
            return run.Out;
        }).ToList();
        Assert.Equal(trees[0], trees[1]);
        Assert.Contains("| web -> db | postgres (5432/tcp) | inside dmz | net team | 2027-01-31 |", trees[0], StringComparison.Ordinal);
        Assert.Contains("web,db,tcp,5432,ipv4,inside dmz,,flows.web -> db,net team\n", trees[0], StringComparison.Ordinal);
        Assert.DoesNotContain("2027-01-15", trees[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2027-02-30")]
    [InlineData("31.01.2027")]
    public void A_day_that_is_none_is_wrong_usage(string text)
    {
        var run = CliRun.Of(["check", "-f", "-", "--today", text], CliRun.Utf8(Spec));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--today takes a day such as 2027-01-31, not {text}", run.Error, StringComparison.Ordinal);
    }

    private static void Commit(string folder, string date)
    {
        var config = Path.Combine(folder, "gitconfig");
        File.WriteAllText(config, "[user]\nname = test\nemail = test@example.com\n");
        foreach (var arguments in new string[][] { ["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "spec"] })
        {
            var result = ProcessRunner.Run(
                ["git", "-C", folder, .. arguments],
                environment: new Dictionary<string, string?> { ["GIT_CONFIG_GLOBAL"] = config, ["GIT_COMMITTER_DATE"] = date, ["GIT_AUTHOR_DATE"] = date });
            Assert.True(result.ExitCode == 0, result.ToString());
        }
    }
}
