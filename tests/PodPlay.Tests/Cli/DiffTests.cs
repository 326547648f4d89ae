using PodPlay.Samples;
using PodPlay.Testing.Tools;

namespace PodPlay.Cli;

/// <summary>The earlier spec: out of git, out of a folder, or out of reach.</summary>
public sealed class DiffTests
{
    private const string Spec = """
        podplay: 1
        include: [zones.yaml, services/*.yaml]
        hosts:
          home: { address: [192.168.1.100], podman: "5.4" }

        """;

    private const string Zones = "zones:\n  dmz: { subnets: [172.20.1.0/24], egress: internet }\n";

    private const string Web = "services:\n  web:\n    image: docker.io/library/caddy:2.8.4\n    zone: dmz\n    public: { http: 80 }\n";

    private const string Mail = "services:\n  mail:\n    image: localhost/mail:2.1.0\n    zone: dmz\n    public: { smtp: 25 }\n";

    [Fact]
    public void Nothing_has_changed_against_the_commit_itself()
    {
        using var repository = Committed();
        var run = Diff(repository, "HEAD");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"against HEAD ({Git(repository, "rev-parse", "HEAD")[..7]}): No connectivity change.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Includes_and_patterns_are_those_of_the_commit()
    {
        using var repository = Committed();
        repository.Write("net/services/mail.yaml", Mail);
        repository.Write("net/zones.yaml", Zones.Replace(", egress: internet", "", StringComparison.Ordinal));
        var run = Diff(repository, "main");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("OPENS     internet, lan -> mail: 25/tcp", run.Out, StringComparison.Ordinal);
        Assert.Contains($"by services.mail.public.smtp ({repository.Root}/net/services/mail.yaml:5)", run.Out, StringComparison.Ordinal);
        Assert.Contains("CLOSES    zone dmz -> internet: any port", run.Out, StringComparison.Ordinal);
        Assert.Contains("was zones.dmz.egress (main:", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Without the commit's own lock, web would be numbered anew and everything would restart.</summary>
    [Fact]
    public void The_lock_is_that_of_the_commit()
    {
        using var repository = Committed();
        repository.Write("net/services/aaa.yaml", "services:\n  aaa:\n    image: localhost/aaa:1.0.0\n    zone: dmz\n");
        Assert.Equal(0, Run("gen", "-q", "-f", $"{repository.Root}/net/podplay.yaml").ExitCode);
        var run = Diff(repository, "main");
        Assert.Contains("start    aaa.service", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("web.service", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_from_a_folder_below_it_finds_the_spec_above()
    {
        using var repository = Committed();
        repository.Write("net/services/mail.yaml", Mail);
        var run = CliRun.Of(["diff", "--against", "main"], folder: $"{repository.Root}/net/services");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 opened to the internet", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_before_the_spec_makes_everything_new()
    {
        using var repository = Committed();
        var run = Diff(repository, "empty");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("there was no spec: everything is new", run.Out, StringComparison.Ordinal);
        Assert.Contains("OPENS     internet, lan -> web: 80/tcp", run.Out, StringComparison.Ordinal);
        Assert.Contains("start    web.service", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_at_the_root_of_the_repository_finds_its_files()
    {
        using var tree = TempTree.Of(("podplay.yaml", Spec.Replace("[zones.yaml, services/*.yaml]", "[z*.yaml, ./w*.yaml]", StringComparison.Ordinal)), ("zones.yaml", Zones), ("web.yaml", Web), ("other/web2.yaml", "not: read\n"));
        Git(tree, "init", "--quiet", "--initial-branch", "main");
        Commit(tree, "first");
        Assert.Contains("No connectivity change.", Run("diff", "--against", "main", "-f", $"{tree.Root}/podplay.yaml").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_tree_leads_to_its_file()
    {
        using var repository = Committed();
        File.CreateSymbolicLink($"{repository.Root}/net/services/link.yaml", "../../shared.yaml");
        repository.Write("shared.yaml", Mail);
        Commit(repository, "link");
        Assert.Contains("No connectivity change.", Diff(repository, "main").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mian", 2, "PP151", "did you mean main?")]
    [InlineData("v9.9", 2, "PP151", "git fetch origin v9.9")]
    [InlineData("main:net", 2, "PP151", "neither a revision")]
    public void An_unknown_revision_is_said_so(string revision, int code, string finding, string hint)
    {
        using var repository = Committed();
        var run = Diff(repository, revision);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains($"error[{finding}]", run.Error, StringComparison.Ordinal);
        Assert.Contains(hint, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("-x")]
    [InlineData("--output=/tmp/x")]
    [InlineData("")]
    public void What_git_would_take_for_an_option_is_wrong_usage(string revision)
    {
        using var repository = Committed();
        var run = Run("diff", $"--against={revision}", "-f", $"{repository.Root}/net/podplay.yaml");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--against", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Outside_a_repository_there_are_no_revisions()
    {
        using var tree = TempTree.Of(("podplay.yaml", "podplay: 1\n" + Zones + "hosts:\n  home: { address: [192.168.1.100] }\n" + Web));
        var run = Run("diff", "--against", "main", "-f", $"{tree.Root}/podplay.yaml");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error[PP150]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_spec_with_errors_is_no_base()
    {
        using var repository = Committed();
        repository.Write("net/zones.yaml", "zones:\n  dmz: { subnets: [banana] }\n");
        Commit(repository, "broken");
        repository.Write("net/zones.yaml", Zones);
        var run = Diff(repository, "main");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error[PP153] earlier-spec-broken: the spec of main has", run.Error, StringComparison.Ordinal);
        Assert.Contains("zones.yaml:2:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_in_the_spec_itself_are_the_answer_no()
    {
        using var repository = Committed();
        repository.Write("net/zones.yaml", "zones:\n  dmz: { subnets: [banana] }\n");
        var run = Diff(repository, "main");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("banana", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_a_file_needs_no_git()
    {
        using var tree = TempTree.Of(
            ("live/podplay.yaml", Spec), ("live/zones.yaml", Zones), ("live/services/web.yaml", Web),
            ("next/podplay.yaml", Spec), ("next/zones.yaml", Zones), ("next/services/web.yaml", Web), ("next/services/mail.yaml", Mail));
        foreach (var against in new[] { $"{tree.Root}/live", $"{tree.Root}/live/", $"{tree.Root}/live/podplay.yaml" })
        {
            var run = Run("diff", "--against", against, "-f", $"{tree.Root}/next/podplay.yaml");
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("1 opened to the internet", run.Out, StringComparison.Ordinal);
        }
        var empty = Run("diff", "--against", tree.Root, "-f", $"{tree.Root}/next/podplay.yaml");
        Assert.Equal(2, empty.ExitCode);
        Assert.Contains("error[PP152]", empty.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internet-opened", 1)]
    [InlineData("closed,internet-opened", 1)]
    [InlineData("closed", 0)]
    [InlineData("internet-open", 2)]
    public void Words_decide_about_the_exit_code(string words, int expected)
    {
        using var repository = Committed();
        repository.Write("net/services/mail.yaml", Mail);
        var run = Run("diff", "--against", "main", "--fail-on", words, "-f", $"{repository.Root}/net/podplay.yaml");
        Assert.Equal(expected, run.ExitCode);
        if (expected == 2)
            Assert.Contains("did you mean internet-opened?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_breaks_is_told_with_the_change_and_fails_only_where_asked()
    {
        using var repository = Committed();
        repository.Write("net/services/mail.yaml", Mail + "assert:\n  never: [internet -> mail]\n");
        var told = Diff(repository, "main");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("OPENS     internet, lan -> mail", told.Out, StringComparison.Ordinal);
        Assert.Contains("error[PP425]", told.Out, StringComparison.Ordinal);
        Assert.Equal(1, Run("diff", "--against", "main", "--fail-on", "assert", "-f", $"{repository.Root}/net/podplay.yaml").ExitCode);
    }

    [Theory]
    [InlineData("markdown", "### Network change: No connectivity change.")]
    [InlineData("json", "{\n  \"format\": 1,")]
    [InlineData("sarif", "{\n  \"$schema\"")]
    [InlineData("github", "against main")]
    public void Formats(string format, string start)
    {
        using var repository = Committed();
        var run = Run("diff", "--against", "main", "--format", format, "-f", $"{repository.Root}/net/podplay.yaml");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(start, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_is_needed() => Assert.Equal(2, Run("diff").ExitCode);

    private static CliRun Diff(TempTree repository, string against) => Run("diff", "--against", against, "-f", $"{repository.Root}/net/podplay.yaml");

    private static CliRun Run(params string[] arguments) => CliRun.Of(arguments);

    /// <summary>A repository whose spec lies in a folder; the tag <c>empty</c> is a commit before it.</summary>
    private static TempTree Committed()
    {
        var tree = TempTree.Of(("README", "nothing yet\n"));
        Git(tree, "init", "--quiet", "--initial-branch", "main");
        Commit(tree, "first");
        Git(tree, "tag", "empty");
        tree.Write("net/podplay.yaml", Spec);
        tree.Write("net/zones.yaml", Zones);
        tree.Write("net/services/web.yaml", Web);
        Assert.Equal(0, Run("gen", "-q", "-f", $"{tree.Root}/net/podplay.yaml").ExitCode);
        Commit(tree, "second");
        return tree;
    }

    private static void Commit(TempTree tree, string message)
    {
        Git(tree, "add", "--all");
        Git(tree, "-c", "user.name=t", "-c", "user.email=t@example.net", "commit", "--quiet", "--message", message);
    }

    private static string Git(TempTree tree, params string[] arguments)
    {
        var run = ProcessRunner.Run(["git", "-C", tree.Root, .. arguments], environment: new Dictionary<string, string?> { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_SYSTEM"] = "/dev/null" });
        Assert.True(run.ExitCode == 0, $"{run.Output}{run.Error}");
        return run.Output;
    }
}
