using System.Globalization;

namespace PodPlay.Testing.Tools;

/// <summary>Trees of tests that were killed do not stay.</summary>
public sealed class TempTreeTests
{
    [Fact]
    public void Trees_of_processes_that_are_gone_are_removed_and_no_others()
    {
        using var own = TempTree.Of(("etc/x", "y"));
        // No process has the highest number that there can be: kernel.pid_max is one more.
        var nobody = int.Parse(File.ReadAllText("/proc/sys/kernel/pid_max"), CultureInfo.InvariantCulture);
        var dead = Directory.CreateTempSubdirectory($"podplay-tree-{nobody}-").FullName;
        File.WriteAllText(Path.Combine(dead, "left"), "over");
        TempTree.RemoveThoseOfTheDead();
        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(Path.Combine(own.Root, "etc/x")));
    }
}
