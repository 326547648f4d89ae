using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Text;

namespace PodPlay.Tests.Output;

/// <summary>What can stand in the way on a real disk: one clear finding each, nothing written, no exception.</summary>
public sealed class OutputSafetyTests
{
    private const string Hosts = "main/etc/hosts";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_in_place_of_a_file_is_refused_even_with_force(bool force)
    {
        using var scene = new OutputScene();
        var victim = Outside(scene, "victim", "precious\n");
        scene.Write("main/etc/x", "x\n");
        File.CreateSymbolicLink(scene.At(Hosts), victim);

        var outcome = scene.Gen(OutputScene.Tree((Hosts, "a\n")), force);

        Assert.Equal(["PP909"], outcome.Codes);
        Assert.Equal(scene.At(Hosts), outcome.Single.Path);
        Assert.Equal("precious\n", File.ReadAllText(victim));
    }

    [Fact]
    public void A_link_to_a_folder_on_the_way_is_refused_once()
    {
        using var scene = new OutputScene();
        var victim = Path.GetDirectoryName(Outside(scene, "etc/other", "precious\n"))!;
        Directory.CreateDirectory(scene.At("main"));
        Directory.CreateSymbolicLink(scene.At("main/etc"), victim);

        var outcome = scene.Gen((Hosts, "a\n"), ("main/etc/sysctl.d/x", "b\n"));

        Assert.Equal("PP909", outcome.Single.Code);
        Assert.Equal(["other"], Directory.EnumerateFileSystemEntries(victim).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_refused()
    {
        using var scene = new OutputScene();
        scene.Write("main/etc/x", "x\n");
        File.CreateSymbolicLink(scene.At(Hosts), "/nonexistent/target");

        Assert.Equal(["PP909"], scene.Gen((Hosts, "a\n")).Codes);
    }

    [Fact]
    public void A_stale_file_that_became_a_link_is_not_removed()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"), ("main/etc/stale", "a\n"));
        var victim = Outside(scene, "victim", "a\n");
        File.Delete(scene.At("main/etc/stale"));
        File.CreateSymbolicLink(scene.At("main/etc/stale"), victim);

        var outcome = scene.Gen((Hosts, "a\n"));

        Assert.Equal(["PP909"], outcome.Codes);
        Assert.True(File.Exists(victim));
    }

    [Fact]
    public void A_link_that_is_not_in_the_way_is_left_alone()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"));
        var victim = Path.GetDirectoryName(Outside(scene, "elsewhere/etc/podplay/MANIFEST", "# podplay manifest 1\n"))!;
        Directory.CreateSymbolicLink(scene.At("loop"), scene.Folder);
        Directory.CreateSymbolicLink(scene.At("main/etc/extra"), victim);

        var outcome = scene.Gen((Hosts, "b\n"));

        Assert.True(outcome.Done);
        Assert.Contains("main/etc/extra", outcome.Plan.LeftAlone);
        Assert.True(Directory.Exists(scene.At("main/etc/extra")));
    }

    [Fact]
    public void The_output_folder_itself_may_be_a_link()
    {
        using var scene = new OutputScene();
        var real = Path.GetFullPath(Path.Combine(scene.Folder, "..", "real"));
        Directory.CreateDirectory(real);
        Directory.CreateSymbolicLink(scene.Folder, real);
        var tree = OutputScene.Tree((Hosts, "a\n"));

        Assert.True(scene.Gen(tree).Done);

        Assert.Equal("a\n", File.ReadAllText(Path.Combine(real, Hosts)));
        Assert.True(scene.Gen(tree).Plan.IsUpToDate);
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_refused()
    {
        using var scene = new OutputScene();
        File.WriteAllText(scene.Folder, "a file\n");

        var outcome = scene.Gen((Hosts, "a\n"));

        Assert.Equal(["PP908"], outcome.Codes);
        Assert.Equal("a file\n", File.ReadAllText(scene.Folder));
    }

    [Fact]
    public void An_output_folder_that_is_a_link_to_nowhere_is_refused()
    {
        using var scene = new OutputScene();
        Directory.CreateSymbolicLink(scene.Folder, "/nonexistent/target");

        Assert.Equal(["PP908"], scene.Gen((Hosts, "a\n")).Codes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_in_place_of_a_file_is_refused_even_with_force(bool force)
    {
        using var scene = new OutputScene();
        scene.Write(Hosts + "/mine", "mine\n");

        var outcome = scene.Gen(OutputScene.Tree((Hosts, "a\n")), force);

        Assert.Equal(["PP908"], outcome.Codes);
        Assert.Equal("mine\n", scene.Read(Hosts + "/mine"));
    }

    [Fact]
    public void A_file_in_place_of_a_folder_is_refused_once()
    {
        using var scene = new OutputScene();
        scene.Write("main/etc", "a file\n");

        var outcome = scene.Gen((Hosts, "a\n"), ("main/etc/sysctl.d/x", "b\n"));

        Assert.Equal("PP908", outcome.Single.Code);
        Assert.Equal(scene.At("main/etc"), outcome.Single.Path);
    }

    [Fact]
    public void Our_own_file_makes_way_for_a_folder_and_back()
    {
        using var scene = new OutputScene();
        var file = OutputScene.Tree(("main/etc/x", "a\n"));
        var folder = OutputScene.Tree(("main/etc/x/y/z", "b\n"));
        scene.Gen(file);

        Assert.Empty(scene.Gen(folder).Codes);
        scene.HoldsExactly(folder);
        Assert.Empty(scene.Gen(file).Codes);
        scene.HoldsExactly(file);
    }

    [Fact]
    public void A_pipe_in_the_way_does_not_hang_the_run()
    {
        using var scene = new OutputScene();
        scene.Write("main/etc/x", "x\n");
        PodPlay.Testing.Tools.ProcessRunner.Run(["mkfifo", scene.At(Hosts)]);

        Assert.Equal(["PP902"], scene.Gen((Hosts, "a\n")).Codes);
    }

    [Theory]
    [InlineData("/proc/podplay-test")]
    [InlineData("/dev/null/podplay-test")]
    public void A_place_where_nothing_can_be_written_is_reported(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(OutputScene.Tree((Hosts, "a\n")), folder, force: false, diagnostics);

        Assert.False(OutputFolder.Apply(plan, null, diagnostics));

        Assert.Equal(["PP906"], diagnostics.ToSortedList().Select(d => d.Code));
    }

    [Fact]
    public void Another_run_in_the_same_folder_is_kept_out()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"));
        using (RunLock.Take(DiskFileOperations.Instance, scene.Folder))
        {
            var outcome = scene.Gen((Hosts, "b\n"));

            Assert.Equal(["PP910"], outcome.Codes);
            Assert.Equal("a\n", scene.Read(Hosts));
        }
    }

    [Fact]
    public void A_run_that_begins_to_write_between_our_look_and_our_write_is_noticed()
    {
        using var scene = new OutputScene();
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(OutputScene.Tree((Hosts, "a\n")), scene.Folder, force: false, diagnostics);
        using (RunLock.Take(DiskFileOperations.Instance, scene.Folder))
            Assert.False(OutputFolder.Apply(plan, null, diagnostics));

        Assert.Equal(["PP910"], diagnostics.ToSortedList().Select(d => d.Code));
    }

    [Fact]
    public void The_lock_of_a_dead_run_blocks_nobody()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"));
        RunLock.Take(DiskFileOperations.Instance, scene.Folder)!.Dispose();
        var tree = OutputScene.Tree((Hosts, "a\n"));

        Assert.Empty(scene.Gen(tree).Codes);

        scene.HoldsExactly(tree);
    }

    [Fact]
    public void A_run_that_ends_while_the_next_takes_its_lock_is_not_in_the_way()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"));
        var tree = OutputScene.Tree((Hosts, "b\n"));
        var times = 0;

        Assert.Empty(scene.Gen(tree, files: new MeanwhileFiles { BeforeLock = () => { if (times++ == 0) Directory.Delete(scene.At(RunLock.Folder)); } }).Codes);

        scene.HoldsExactly(tree);
        Assert.Equal(2, times);
    }

    [Fact]
    public void A_note_that_a_dead_run_could_not_finish_does_not_spoil_the_next()
    {
        using var scene = new OutputScene();
        ManifestEntry Entry(string path) => new(Sha256.Hex("a\n"u8), path);
        using (var run = RunLock.Take(DiskFileOperations.Instance, scene.Folder))
            run!.Note([Entry("main/etc/a")]);
        File.AppendAllText(scene.At(".podplay-run/lock"), Manifest.Line(Entry("main/etc/torn"))[..40]);

        using (var run = RunLock.Take(DiskFileOperations.Instance, scene.Folder))
            run!.Note([Entry("main/etc/b")]);

        Assert.Equal([Entry("main/etc/a"), Entry("main/etc/b")], RunLock.ReadJournal(scene.Folder));
    }

    [Theory]
    [InlineData("mine\n")]
    [InlineData(null)]
    public void A_file_that_changes_between_our_look_and_our_write_is_not_overwritten(string? meanwhile)
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"), ("main/etc/x", "x\n"));
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(OutputScene.Tree((Hosts, "b\n"), ("main/etc/x", "y\n")), scene.Folder, force: false, diagnostics);
        if (meanwhile is null)
            File.Delete(scene.At(Hosts));
        else
            scene.Write(Hosts, meanwhile);
        var before = scene.Contents();

        Assert.False(OutputFolder.Apply(plan, null, diagnostics));

        Assert.Equal(["PP910"], diagnostics.ToSortedList().Select(d => d.Code));
        Assert.Equal(before, scene.Contents());
    }

    [Fact]
    public void A_file_that_changes_between_our_look_and_our_write_is_not_removed()
    {
        using var scene = new OutputScene();
        scene.Gen((Hosts, "a\n"), ("main/etc/stale", "x\n"));
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(OutputScene.Tree((Hosts, "a\n")), scene.Folder, force: false, diagnostics);
        scene.Write("main/etc/stale", "mine\n");

        Assert.False(OutputFolder.Apply(plan, null, diagnostics));

        Assert.Equal("mine\n", scene.Read("main/etc/stale"));
    }

    [Fact]
    public void A_file_that_appears_between_our_look_and_our_write_is_not_overwritten()
    {
        using var scene = new OutputScene();
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(OutputScene.Tree((Hosts, "a\n")), scene.Folder, force: false, diagnostics);
        scene.Write(Hosts, "mine\n");

        Assert.False(OutputFolder.Apply(plan, null, diagnostics));

        Assert.Equal("mine\n", scene.Read(Hosts));
    }

    [Fact]
    public void A_blocked_plan_is_not_carried_out()
    {
        using var scene = new OutputScene();
        scene.Write(Hosts, "foreign\n");
        var plan = scene.Compare(OutputScene.Tree((Hosts, "a\n"))).Plan;

        Assert.False(OutputFolder.Apply(plan, null, new DiagnosticBag()));

        Assert.Equal("foreign\n", scene.Read(Hosts));
    }

    private static string Outside(OutputScene scene, string name, string text)
    {
        var path = Path.GetFullPath(Path.Combine(scene.Folder, "..", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
