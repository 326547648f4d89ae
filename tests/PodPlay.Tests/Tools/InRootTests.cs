using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class InRootTests
{
    [ToolFact]
    public void The_exit_code_and_both_outputs_come_through()
    {
        var result = InRoot.Script(Debian.Trixie, null, "echo out; echo err >&2; exit 7");
        Assert.Equal((7, "out\n", "err\n"), (result.ExitCode, result.Output, result.Error));
    }

    [ToolFact]
    public void A_root_never_changes()
    {
        Assert.Equal(0, InRoot.Script(Debian.Trixie, null, "rm /etc/passwd && echo x > /etc/podplay-left-behind").ExitCode);
        Assert.Equal(0, InRoot.Script(Debian.Trixie, null, "test -f /etc/passwd && ! test -e /etc/podplay-left-behind").ExitCode);
    }

    [ToolFact]
    public void The_network_is_empty_but_for_lo()
    {
        var result = InRoot.Script(Debian.Trixie, null, "ls /sys/class/net; cat /proc/net/route | wc -l");
        Assert.Equal("lo\n1\n", result.Output);
    }

    [ToolFact]
    public void A_command_that_hangs_is_ended_with_its_children()
    {
        var marker = $"98765.{Environment.ProcessId}";
        Assert.Throws<TimeoutException>(() => InRoot.Run(
            Debian.Trixie, null, ["bash", "-c", $"sleep {marker} & sleep {marker}"], TimeSpan.FromSeconds(1)));
        // The kernel ends a pid namespace in its own time, a few milliseconds.
        Assert.True(SpinWait.SpinUntil(() => !AnyProcessSays(marker), TimeSpan.FromSeconds(5)));
    }

    private static bool AnyProcessSays(string word) => Directory.EnumerateFiles("/proc", "cmdline", new EnumerationOptions
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true,
    }).Any(file => Says(file, word));

    private static bool Says(string file, string word)
    {
        try
        {
            return File.ReadAllText(file).Contains(word, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It has just ended.
        }
    }
}
