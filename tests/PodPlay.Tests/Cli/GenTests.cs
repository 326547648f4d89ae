using PodPlay.Samples;
using PodPlay.Testing;

namespace PodPlay.Cli;

/// <summary>gen on a folder of its own.</summary>
public sealed class GenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-gen-").FullName;

    private string Spec => Path.Combine(_folder, "podplay.yaml");

    private string Output => Path.Combine(_folder, "output");

    public GenTests() => File.Copy(Repository.PathOf("samples/quickstart/podplay.yaml"), Spec);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Writes_beside_the_spec_and_says_what_then_has_nothing_to_do()
    {
        var first = CliRun.Of("gen", "-f", Spec);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("+ etc/containers/systemd/web.container", first.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Output, "home/etc/podplay/MANIFEST")));
        Assert.True(File.Exists(Path.Combine(_folder, "podplay.lock")));
        var times = Times();
        var second = CliRun.Of("gen", "-f", Spec);
        Assert.Contains("is up to date", second.Out, StringComparison.Ordinal);
        Assert.Equal(times, Times());
        Assert.Equal(0, CliRun.Of("gen", "--check", "-f", Spec).ExitCode);
    }

    [Fact]
    public void Check_writes_nothing_and_says_no()
    {
        var run = CliRun.Of("gen", "--check", "-f", Spec);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PP903", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
        Assert.False(File.Exists(Path.Combine(_folder, "podplay.lock")));
    }

    [Fact]
    public void One_error_keeps_every_byte_from_being_written()
    {
        File.AppendAllText(Spec, "flows:\n  web -> nobody: http\n");
        var run = CliRun.Of("gen", "-f", Spec);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PP402", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public void Diff_is_a_patch_that_git_takes()
    {
        CliRun.Of("gen", "-f", Spec);
        File.WriteAllText(Spec, File.ReadAllText(Spec).Replace("2.8.4", "2.9.0", StringComparison.Ordinal));
        var run = CliRun.Of("gen", "--diff", "-f", Spec);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("-Image=docker.io/library/caddy:2.8.4\n+Image=docker.io/library/caddy:2.9.0\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("caddy:2.8.4", File.ReadAllText(Path.Combine(Output, "home/etc/containers/systemd/web.container")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_edited_by_hand_stops_the_run_with_its_diff_and_survives()
    {
        CliRun.Of("gen", "-f", Spec);
        var unit = Path.Combine(Output, "home/etc/containers/systemd/web.container");
        File.AppendAllText(unit, "# mine\n");
        File.WriteAllText(Spec, File.ReadAllText(Spec).Replace("2.8.4", "2.9.0", StringComparison.Ordinal));
        var run = CliRun.Of("gen", "-f", Spec);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PP901", run.Error, StringComparison.Ordinal);
        Assert.Contains("+# mine", run.Error + run.Out, StringComparison.Ordinal);
        Assert.EndsWith("# mine\n", File.ReadAllText(unit), StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of("gen", "--force", "-f", Spec).ExitCode);
        Assert.DoesNotContain("# mine", File.ReadAllText(unit), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_longer_wanted_is_removed_and_foreign_files_are_not_touched()
    {
        CliRun.Of("gen", "-f", Spec);
        var foreign = Path.Combine(Output, "home/etc/containers/systemd/mine.container");
        File.WriteAllText(foreign, "[Container]\n");
        File.WriteAllText(Spec, File.ReadAllText(Spec).Replace("  web:", "  www:", StringComparison.Ordinal));
        Assert.Equal(0, CliRun.Of("gen", "-f", Spec).ExitCode);
        Assert.False(File.Exists(Path.Combine(Output, "home/etc/containers/systemd/web.container")));
        Assert.True(File.Exists(Path.Combine(Output, "home/etc/containers/systemd/www.container")));
        Assert.Equal("[Container]\n", File.ReadAllText(foreign));
    }

    [Fact]
    public void An_output_path_that_is_a_file_is_left_alone()
    {
        File.WriteAllText(Output, "precious");
        var run = CliRun.Of("gen", "-f", Spec);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("PP908", run.Error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Output));
    }

    [Fact]
    public void Init_writes_a_spec_that_compiles_and_overwrites_nothing()
    {
        var folder = Path.Combine(_folder, "new");
        var run = CliRun.Of("init", folder);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, CliRun.Of("check", "--deny", "warnings", "-f", Path.Combine(folder, "podplay.yaml")).ExitCode);
        Assert.True(File.Exists(Path.Combine(folder, ".podplay/schema.json")));
        Assert.Contains("linguist-generated", File.ReadAllText(Path.Combine(folder, ".gitattributes")), StringComparison.Ordinal);
        Assert.Equal(1, CliRun.Of("init", folder).ExitCode);
    }

    private List<(string, DateTime)> Times() =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f)))];
}
