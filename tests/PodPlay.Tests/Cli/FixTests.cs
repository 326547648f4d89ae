using PodPlay.Samples;
using PodPlay.Testing.Tools;

namespace PodPlay.Cli;

/// <summary><c>check --fix</c> and <c>--diff</c>: what is written, what is said, and the exit code.</summary>
public sealed class FixTests : IDisposable
{
    // Two slips, and a finding that takes a decision.
    private const string Spec = """
        podplay: 1   # mine
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        include: [more.yaml]
        hosts:
          main: { address: [192.168.1.100] }
        zones:
          dmz: { subnets: [172.20.1.5/24], egress: internet }
        services:
          web:
            image: localhost/web:1.0.0
            zone: dmz
            lan: { http:   "8080:80" } # the shop

        """;

    private const string More = "services:\n  api: { image: \"localhost/api:latest\", zone: dmz, replicsa: 2, private: { http: 80 } }\n";

    private const string Fixed = """
        podplay: 1   # mine
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        include: [more.yaml]
        hosts:
          main: { address: [192.168.1.100] }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          web:
            image: localhost/web:1.0.0
            zone: dmz
            lan: { http:   8080 -> 80 } # the shop

        """;

    private readonly TempTree _folder = TempTree.Of(("podplay.yaml", Spec), ("more.yaml", More));

    private string Main => Path.Combine(_folder.Root, "podplay.yaml");

    [Fact]
    public void Fix_mends_the_files_in_place_and_prints_what_is_left()
    {
        var run = CliRun.Of("check", "--fix", "-f", Main, "--format", "short");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Fixed, File.ReadAllText(Main));
        Assert.Equal(More.Replace("replicsa", "replicas", StringComparison.Ordinal), File.ReadAllText(Path.Combine(_folder.Root, "more.yaml")));
        Assert.Equal($"{_folder.Root}/more.yaml:2:17: warning[PP701] localhost/api:latest changes without a diff\n", run.Out);
        Assert.Equal($"fixed 3 findings in {_folder.Root}/more.yaml, {Main}\n", run.Error);
        Assert.Equal(["more.yaml", "podplay.yaml"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Errors_that_take_a_decision_are_1_and_the_rest_is_mended()
    {
        File.WriteAllText(Main, Spec.Replace("zone: dmz", "zone: elsewhere", StringComparison.Ordinal));
        var run = CliRun.Of("check", "--fix", "-f", Main);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error[PP138]", run.Out, StringComparison.Ordinal);
        Assert.Equal(Fixed.Replace("zone: dmz", "zone: elsewhere", StringComparison.Ordinal), File.ReadAllText(Main));
    }

    [Fact]
    public void Denied_warnings_are_1_after_fixing_too() => Assert.Equal(1, CliRun.Of("check", "--fix", "-f", Main, "--deny", "warnings").ExitCode);

    [Fact]
    public void With_nothing_to_fix_it_says_so()
    {
        CliRun.Of("check", "--fix", "-f", Main);
        var run = CliRun.Of("check", "--fix", "-f", Main, "--format", "short");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("nothing to fix that takes no decision\n", run.Error);
    }

    [Theory]
    [InlineData("--fix", "--diff")]
    [InlineData("--diff")]
    public void Diff_prints_a_patch_that_applies_and_writes_nothing(params string[] options)
    {
        var run = CliRun.Of(["check", .. options, "-f", Main]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Spec, File.ReadAllText(Main));
        Assert.Contains("warning[PP701]", run.Error, StringComparison.Ordinal);
        var patch = Path.Combine(_folder.Root, "fix.patch");
        File.WriteAllText(patch, run.Out);
        var applied = ProcessRunner.Run(["git", "apply", "--unsafe-paths", "-p1", "--directory=/", patch], "");
        Assert.True(applied.ExitCode == 0, applied.ToString());
        Assert.Equal(Fixed, File.ReadAllText(Main));
    }

    [Fact]
    public void A_clean_spec_has_no_patch_and_0()
    {
        CliRun.Of("check", "--fix", "-f", Main);
        var run = CliRun.Of("check", "--diff", "-f", Main);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void Standard_input_has_a_patch_and_is_not_mended_in_place()
    {
        var text = CliRun.Utf8("podplay: 1\nrouter: { addres: 192.168.1.1, lan: [192.168.1.0/24] }\nhosts:\n  main: { address: [192.168.1.100] }\n");
        Assert.Equal(2, CliRun.Of(["check", "--fix", "-f", "-"], text).ExitCode);
        var run = CliRun.Of(["check", "--fix", "--diff", "-f", "-", "--stdin-filename", "mine.yaml"], text);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--- a/mine.yaml\n+++ b/mine.yaml\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    public void A_patch_and_a_machine_format_do_not_go_together(string format)
    {
        var run = CliRun.Of("check", "--diff", "--format", format, "-f", Main);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_machine_format_has_standard_output_for_itself()
    {
        var run = CliRun.Of("check", "--fix", "--format", "json", "-f", Main);

        Assert.Equal("", run.Error);
        Assert.StartsWith("{", run.Out, StringComparison.Ordinal);
        Assert.Equal(Fixed, File.ReadAllText(Main));
    }

    [Fact]
    public void Without_a_spec_it_is_2() => Assert.Equal(2, CliRun.Of("check", "--fix", "-f", Path.Combine(_folder.Root, "nothing.yaml")).ExitCode);

    [Fact]
    public void Check_alone_writes_nothing()
    {
        CliRun.Of("check", "-f", Main);

        Assert.Equal(Spec, File.ReadAllText(Main));
    }

    public void Dispose() => _folder.Dispose();
}
