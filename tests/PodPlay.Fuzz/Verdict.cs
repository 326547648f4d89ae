using System.Collections.Immutable;
using System.Diagnostics;
using PodPlay.Changes;

namespace PodPlay.Fuzz;

/// <summary>What came of one input.</summary>
/// <param name="Fault">What two inputs with the same fault have in common; null: all is well.</param>
/// <param name="Detail">For the reader of the report.</param>
internal sealed record Verdict(string? Fault, string Detail)
{
    /// <summary>No error was found in it, and rightly so.</summary>
    public bool IsSound { get; private init; }

    /// <summary>Those of all findings.</summary>
    public ImmutableArray<string> Codes { get; private init; } = [];

    /// <summary>A spec of the samples takes some 30 MB in all: the sum of what is allocated, which no neighbour on the machine changes.</summary>
    public const long MaxBytes = 2_000_000_000;

    /// <summary>Of the processor, not of the clock on the wall; the slowest sample takes a tenth of a second.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);

    public static Verdict Of(FuzzInput input, ChangeSide? before = null, GenRun? gen = null)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var time = ThreadTime();
        try
        {
            var findings = Oracle.Check(input, before);
            gen?.Check(input, !findings.HasErrors);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            time = ThreadTime() - time;
            return bytes > MaxBytes ? new("too-much-memory", $"{bytes} bytes")
                : time > MaxTime ? new("too-slow", $"{time}")
                : new(null, "") { IsSound = !findings.HasErrors, Codes = [.. findings.Open.Select(f => f.Code)] };
        }
        catch (Broken e)
        {
            return new(e.Rule, e.Message);
        }
        // Whatever it is, it is the finding.
#pragma warning disable CA1031
        catch (Exception e)
        {
            return new($"{e.GetType().Name} in {Culprit(e)}", $"{e}");
        }
#pragma warning restore CA1031
    }

    // Nanoseconds on the processor, then what the kernel waited (Documentation/scheduler/sched-stats.rst).
    private static TimeSpan ThreadTime()
    {
        const string path = "/proc/thread-self/schedstat";
        return File.Exists(path) && long.TryParse(File.ReadAllText(path).Split(' ')[0], out var nanoseconds)
            ? TimeSpan.FromMicroseconds(nanoseconds / 1000.0) : TimeSpan.FromMilliseconds(Environment.TickCount64);
    }

    private static string Culprit(Exception e)
    {
        var frames = new StackTrace(e).GetFrames().Select(f => f.GetMethod()).OfType<System.Reflection.MethodBase>();
        return frames.FirstOrDefault(m => m.DeclaringType?.FullName is { } name && name.StartsWith("PodPlay", StringComparison.Ordinal)) is { } own
            ? $"{own.DeclaringType!.Name}.{own.Name}" : "?";
    }
}
