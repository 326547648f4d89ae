using PodPlay.Diagnostics;
using PodPlay.Output;

namespace PodPlay.Tests.Output;

/// <summary>A run is cut short at each single step in turn; whatever is left behind, nothing of the user's is lost and the next run finishes.</summary>
public sealed class InterruptedRunTests
{
    private const string Changed = "main/etc/hosts";
    private const string New = "main/etc/sysctl.d/60-podplay.conf";

    // Every kind of change at once: changed, new, gone, a host gone, a host new, a file that becomes a folder and the reverse.
    private static readonly OutputTree Before = OutputScene.Tree(
        (Changed, "one\n"), ("main/etc/same", "same\n"), ("main/etc/gone/deep/x", "x\n"), ("main/etc/becomes", "file\n"),
        ("main/etc/shrinks/a", "a\n"), ("fast/etc/hosts", "f\n"), ("old.md", "old\n"));

    private static readonly OutputTree After = OutputScene.Tree(
        (Changed, "two\n"), ("main/etc/same", "same\n"), (New, "new\n"), ("main/etc/becomes/a", "a\n"),
        ("main/etc/shrinks", "file\n"), ("REPORT.md", "report\n"));

    private static readonly OutputTree Later = OutputScene.Tree(
        (Changed, "three\n"), ("main/etc/same", "same 3\n"), ("main/etc/becomes/b", "b\n"), ("fast/etc/hosts", "f3\n"));

    [Theory]
    [InlineData(Failure.KillBefore)]
    [InlineData(Failure.KillWithin)]
    public void The_next_run_finishes(Failure failure) => AtEachStep(failure, scene =>
    {
        var outcome = scene.Gen(After);

        Assert.Empty(outcome.Codes);
        scene.HoldsExactly(After);
    });

    [Theory]
    [InlineData(Failure.KillBefore)]
    [InlineData(Failure.KillWithin)]
    public void The_next_run_finishes_though_the_spec_has_changed_meanwhile(Failure failure) => AtEachStep(failure, scene =>
    {
        var outcome = scene.Gen(Later);

        Assert.Empty(outcome.Codes);
        scene.HoldsExactly(Later);
    });

    [Fact]
    public void The_next_run_finishes_though_the_spec_was_taken_back() => AtEachStep(Failure.KillBefore, scene =>
    {
        var outcome = scene.Gen(Before);

        Assert.Empty(outcome.Codes);
        scene.HoldsExactly(Before);
    });

    [Fact]
    public void Two_interruptions_are_no_worse_than_one() => AtEachStep(Failure.KillBefore, scene =>
    {
        for (var step = 0; ; step += 3)
        {
            var files = new FailingFiles(step, Failure.KillWithin);
            if (!Interrupted(scene, Later, files))
                break;
        }

        Assert.Empty(scene.Gen(After).Codes);
        scene.HoldsExactly(After);
    });

    [Theory]
    [InlineData(Changed)]
    [InlineData(New)]
    public void What_is_edited_after_the_interruption_is_not_lost(string path) => AtEachStep(Failure.KillBefore, scene =>
    {
        if (!File.Exists(scene.At(path)))
            return;
        scene.Write(path, "mine\n");

        var outcome = scene.Gen(After);

        Assert.False(outcome.Done);
        Assert.Contains(outcome.Codes, c => c is "PP901" or "PP902");
        Assert.Equal("mine\n", scene.Read(path));
    });

    [Fact]
    public void A_foreign_file_survives_every_interruption()
    {
        AtEachStep(
            Failure.KillBefore,
            scene =>
            {
                scene.Gen(After);
                Assert.Equal("mine\n", scene.Read("main/etc/gone/deep/mine"));
            },
            scene => scene.Write("main/etc/gone/deep/mine", "mine\n"));
    }

    [Fact]
    public void A_full_disk_is_reported_and_the_next_run_finishes()
    {
        for (var step = 0; ; step++)
        {
            using var scene = new OutputScene { HasLock = true };
            scene.Gen(Before);
            var files = new FailingFiles(step, Failure.NoSpace);

            var outcome = scene.Gen(After, files: files);

            if (!files.Failed)
                break;
            Assert.False(outcome.Done);
            Assert.Equal("PP906", outcome.Single.Code);
            Assert.Contains("no space left on the device", outcome.Single.Message);
            Assert.Empty(scene.Gen(After).Codes);
            scene.HoldsExactly(After);
        }
    }

    [Fact]
    public void A_disk_that_is_full_while_the_new_files_are_written_leaves_everything_as_it_was()
    {
        // Folder, run lock, journal, then one step for each new file, and folder, file and move of the address lock.
        var writes = After.Files.Count(f => !Before.Files.TryGetValue(f.Key, out var old) || !old.AsSpan().SequenceEqual(f.Value));
        for (var step = 0; step < 6 + writes; step++)
        {
            using var scene = new OutputScene { HasLock = true };
            scene.Gen(Before);

            var outcome = scene.Gen(After, files: new FailingFiles(step, Failure.NoSpace));

            Assert.Contains("nothing at all was written", outcome.Single.Why);
            Assert.Equal(OutputScene.LockOf(Before), File.ReadAllBytes(scene.Lock));
            Assert.Empty(scene.Gen(Before).Plan.Changes.Where(c => c.State != FileState.Unchanged));
            scene.HoldsExactly(Before);
        }
    }

    [Fact]
    public void A_tree_is_never_newer_than_the_addresses_it_was_made_with() => AtEachStep(Failure.KillBefore, scene =>
    {
        if (scene.Read(Changed) == "two\n")
            Assert.Equal(OutputScene.LockOf(After), File.ReadAllBytes(scene.Lock));
    });

    [Fact]
    public void Addresses_that_another_run_has_chosen_meanwhile_are_kept()
    {
        using var scene = new OutputScene { HasLock = true };
        scene.Gen(Before);
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(After, scene.Folder, force: false, diagnostics);
        var seen = new AddressFile(scene.Lock, File.ReadAllBytes(scene.Lock), OutputScene.LockOf(After));
        File.WriteAllText(scene.Lock, "another run's\n");

        Assert.False(OutputFolder.Apply(plan, seen, diagnostics));

        Assert.Equal(["PP910"], diagnostics.ToSortedList().Select(d => d.Code));
        Assert.Equal("another run's\n", File.ReadAllText(scene.Lock));
        Assert.Equal("one\n", scene.Read(Changed));
    }

    [Fact]
    public void A_failure_in_a_new_folder_leaves_no_folder()
    {
        using var scene = new OutputScene { HasLock = true };

        scene.Gen(After, files: new FailingFiles(4, Failure.NoSpace));

        Assert.False(Directory.Exists(scene.Folder));
    }

    private static void AtEachStep(Failure failure, Action<OutputScene> then, Action<OutputScene>? first = null)
    {
        var step = 0;
        for (; ; step++)
        {
            using var scene = new OutputScene { HasLock = true };
            scene.Gen(Before);
            first?.Invoke(scene);
            if (!Interrupted(scene, After, new FailingFiles(step, failure)))
                break;
            then(scene);
        }
        // The loop would be over at once if nothing went through the seam.
        Assert.InRange(step, 25, 100);
    }

    private static bool Interrupted(OutputScene scene, OutputTree tree, FailingFiles files)
    {
        try
        {
            Assert.True(scene.Gen(tree, files: files).Done);
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }
}
