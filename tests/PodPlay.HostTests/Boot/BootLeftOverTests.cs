using System.Diagnostics;
using System.Globalization;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>Nothing of a machine room outlives whoever started it, however that one ends.</summary>
public sealed class BootLeftOverTests
{
    [ToolTheory(Debian.Trixie)]
    [InlineData("it ends")]
    [InlineData("it is killed")]
    public void A_machine_room_leaves_nothing_behind(string end)
    {
        // Its standard input is a pipe that only this process holds, as a machine room's is.
        var mark = $"ppboot{Environment.ProcessId}";
        using var owner = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec 9> >(exec {Repository.PathOf("scripts/lab")}); read -r _"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var inside = owner.StandardOutput.ReadLine()!.Split(' ')[1];
        // The name of the process is there before the folders are.
        for (var wait = Stopwatch.StartNew(); !File.Exists($"/proc/{inside}/root/run/lab/ready") && wait.Elapsed < TimeSpan.FromSeconds(10);)
            Thread.Sleep(20);
        var booted = ProcessRunner.Run(["nsenter", "--target", inside, "--mount", "--net", "--pid", "--ipc", "--", Repository.PathOf("scripts/lib/lab-boot"), mark], timeout: TimeSpan.FromMinutes(2));
        Assert.True(booted.ExitCode == 0, booted.ToString());
        Assert.Contains(Traces(mark), t => t.Contains("systemd-nspawn", StringComparison.Ordinal));
        // What a namespace is kept by, besides a mount: a process in it. The lab's, and the host's inside it.
        var host = ProcessRunner.Run(["nsenter", "--target", inside, "--mount", "--pid", "--", "sh", "-c", $"readlink /proc/{booted.Output.Trim()}/ns/*"]).Output;
        var spaces = Namespaces.Of(int.Parse(inside, CultureInfo.InvariantCulture)).Concat(host.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Except(Namespaces.Of(Environment.ProcessId)).ToHashSet();
        Assert.InRange(spaces.Count, 8, 14);
        Assert.NotEmpty(Namespaces.Inside(spaces));

        if (end == "it is killed")
            owner.Kill();
        else
            owner.StandardInput.Close();
        Assert.True(owner.WaitForExit(TimeSpan.FromSeconds(20)));
        for (var wait = Stopwatch.StartNew(); Traces(mark).Count > 0 && wait.Elapsed < TimeSpan.FromSeconds(20);)
            Thread.Sleep(50);
        Assert.Equal([], Traces(mark));
        Assert.Equal([], Namespaces.Inside(spaces));
    }

    // Processes that name it, mounts, and control groups with somebody in them: an empty group the next lab removes.
    private static List<string> Traces(string mark)
    {
        var traces = File.ReadLines("/proc/mounts").Where(l => l.Contains(mark, StringComparison.Ordinal)).ToList();
        foreach (var process in Directory.GetDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            try
            {
                if (File.ReadAllText($"{process}/cmdline") is var command && command.Contains(mark, StringComparison.Ordinal))
                {
                    // What clears up is no trace.
                    if (!command.StartsWith("rmdir", StringComparison.Ordinal))
                        traces.Add(command.Replace('\0', ' '));
                }
                else if (File.ReadAllText($"{process}/cgroup").Contains(mark, StringComparison.Ordinal))
                    traces.Add($"{process} in its control group");
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }
        return traces;
    }
}
