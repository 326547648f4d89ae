using System.Diagnostics;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Lab;

/// <summary>Nothing of a lab outlives it, however it ends.</summary>
public sealed class LeftOverTests
{
    [ToolTheory(Debian.Trixie)]
    [InlineData("exit 0", false)]
    [InlineData("exit 1", false)]
    [InlineData("sleep 600", true)]
    public void A_lab_leaves_nothing_behind(string end, bool isKilled)
    {
        // A name that nobody else on the machine has, in what it does: interfaces, namespaces, a process.
        var mark = $"pplab{Environment.ProcessId}";
        var script = $"ip netns add {mark}; ip link add {mark} type veth peer name {mark}p netns {mark}; ip netns exec {mark} sh -c ': {mark}; sleep 600' & echo ready; {end}";
        using var lab = Process.Start(new ProcessStartInfo(Repository.PathOf("scripts/in-root"), ["trixie", "bash", "-c", script]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", lab.StandardOutput.ReadLine());
        if (isKilled)
        {
            Assert.Contains(Commands(), c => c.Contains(mark, StringComparison.Ordinal));
            lab.Kill();
        }
        Assert.True(lab.WaitForExit(TimeSpan.FromSeconds(20)));

        // The kernel takes processes and namespaces away on its own time.
        for (var wait = Stopwatch.StartNew(); Commands().Any(c => c.Contains(mark, StringComparison.Ordinal)) && wait.Elapsed < TimeSpan.FromSeconds(10);)
            Thread.Sleep(20);
        Assert.DoesNotContain(Commands(), c => c.Contains(mark, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFileSystemEntries("/sys/class/net"), e => e.Contains(mark, StringComparison.Ordinal));
        Assert.False(File.Exists($"/run/netns/{mark}"));
        Assert.DoesNotContain(File.ReadLines("/proc/mounts"), l => l.Contains(mark, StringComparison.Ordinal));
    }

    private static List<string> Commands()
    {
        var found = new List<string>();
        foreach (var process in Directory.GetDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out var id) && id != Environment.ProcessId))
        {
            try
            {
                found.Add(File.ReadAllText($"{process}/cmdline"));
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }
        return found;
    }
}
