using System.Globalization;
using System.Text.RegularExpressions;
using PodPlay.Samples;
using PodPlay.Testing.Tools;

namespace PodPlay.Speed;

/// <summary>Counts the instructions of the published binary.</summary>
internal sealed partial class InstructionCount : IDisposable
{
    // The collector's budget follows the processor's cache otherwise, and with it the number of collections. 64 MiB, in hexadecimal.
    private static readonly Dictionary<string, string?> Environment = new(StringComparer.Ordinal) { ["DOTNET_GCgen0size"] = "4000000" };

    private readonly TempTree _work = new();
    private readonly string _podplay;

    public InstructionCount()
    {
        // Alone: valgrind 3.19 gives up when it finds the debug information of a .dbg beside the binary (DWARF 5).
        _podplay = Path.Combine(_work.Root, "bin/podplay");
        Directory.CreateDirectory(Path.GetDirectoryName(_podplay)!);
        File.Copy(Published.Path ?? throw new InvalidOperationException("PODPLAY_AOT is not set"), _podplay);
    }

    /// <param name="name">A folder of its own, which later runs of the same name find as this one has left it.</param>
    /// <param name="spec">The text of its podplay.yaml.</param>
    public long Of(string name, string spec, params string[] arguments)
    {
        var folder = Path.Combine(_work.Root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "podplay.yaml"), spec);
        // -R: addresses are the same in each run, and with them what hashes of pointers cost. One processor: with two, threads race.
        string[] counted = ["taskset", "--cpu-list", "0", "setarch", "-R", "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", _podplay, .. arguments];
        var run = ProcessRunner.Run(counted, environment: Environment, workingDirectory: folder, timeout: TimeSpan.FromMinutes(2));
        return run.ExitCode == 0 && Collected().Match(run.Error) is { Success: true } match
            ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{string.Join(' ', counted)}: exit code {run.ExitCode}\n{run.Output}{run.Error}");
    }

    public void Dispose() => _work.Dispose();

    [GeneratedRegex(@"Collected : (\d+)")]
    private static partial Regex Collected();
}
