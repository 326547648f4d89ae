using System.Diagnostics;
using System.Globalization;
using PodPlay.Lab;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>A run of these tests is killed in the middle, while its hosts run containers: processes, namespaces, mounts and control groups go by
/// themselves, and the next run takes its folders away.</summary>
public sealed class KilledRunTests
{
    // It has two machine rooms, each with a host, and a folder of its own.
    private const string Victim = "So_does_one_whose_services_are_a_users";

    [ToolFact(Debian.Trixie)]
    public void Of_a_run_that_is_killed_nothing_stays()
    {
        using var run = Process.Start(new ProcessStartInfo($"{Questions.DotnetRoot}/dotnet", ["vstest", typeof(KilledRunTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~{Victim}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var said = run.StandardOutput.ReadToEndAsync();
        List<(int Id, string Command)> below = [];
        Wait.Until(
            TimeSpan.FromMinutes(5),
            () => run.HasExited || ((below = Below(run.Id)).Count(p => Is(p, "systemd-nspawn")) == 2 && below.Any(p => Is(p, "conmon")) && below.Any(p => FoldersOf(p.Id).Length > 0)),
            () => string.Join('\n', below));
        Assert.False(run.HasExited, run.HasExited ? said.Result : "");

        var owner = below.Single(p => FoldersOf(p.Id).Length > 0).Id;
        // A control group is named after its room.
        var rooms = below.Where(p => p.Command.Contains("scripts/lab\0", StringComparison.Ordinal)).Select(p => string.Create(CultureInfo.InvariantCulture, $"podplay-lab-{p.Id}-")).ToList();
        Assert.NotEmpty(GroupsOf(rooms));
        var spaces = below.SelectMany(p => Namespaces.Of(p.Id)).Except(Namespaces.Of(Environment.ProcessId)).ToHashSet();
        Assert.True(spaces.Count > 20, $"{spaces.Count} namespaces");

        Process.GetProcessById(owner).Kill();
        Wait.Until(TimeSpan.FromMinutes(1), () => Namespaces.Inside(spaces).Count == 0, () => string.Join('\n', Namespaces.Inside(spaces)));
        Assert.True(run.WaitForExit(TimeSpan.FromMinutes(1)), "it goes on");
        Assert.NotEqual(0, run.ExitCode);
        Wait.Until(TimeSpan.FromMinutes(1), () => !below.Any(p => Command(p.Id) == p.Command), () => string.Join('\n', below.Where(p => Command(p.Id) == p.Command)));
        Assert.DoesNotContain(File.ReadLines("/proc/mounts"), l => l.Contains("/run/lab", StringComparison.Ordinal));

        // What the kernel does not take away.
        using (new MachineRoom())
            Assert.Equal([], GroupsOf(rooms));
        TempTree.RemoveThoseOfTheDead();
        Assert.Empty(FoldersOf(owner));
    }

    private static bool Is((int Id, string Command) process, string program) => Path.GetFileName(process.Command.Split('\0')[0]) == program;

    private static string[] FoldersOf(int process) => Directory.GetDirectories(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"podplay-tree-{process}-*"));

    private static List<string> GroupsOf(List<string> rooms) =>
        [.. Directory.EnumerateDirectories("/sys/fs/cgroup", "podplay-lab-*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Where(d => rooms.Any(r => Path.GetFileName(d).StartsWith(r, StringComparison.Ordinal)))];

    // All processes that it has begun, and those that they have.
    private static List<(int Id, string Command)> Below(int ancestor)
    {
        var children = Directory.GetDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).ToLookup(ParentOf);
        List<int> all = [ancestor];
        for (var i = 0; i < all.Count; i++)
            all.AddRange(children[all[i]]);
        return [.. all.Skip(1).Select(id => (id, Command(id)))];
    }

    private static int ParentOf(int process) => Read($"/proc/{process}/stat") is { Length: > 0 } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static string Command(int process) => Read($"/proc/{process}/cmdline");

    // Nothing when it has ended meanwhile.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
