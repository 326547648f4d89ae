namespace PodPlay.Cli;

internal static class Outcome
{
    /// <summary>No spec that could be read at all is "could not run"; errors in it are "no".</summary>
    public static int Of(Compilation compilation)
    {
        if (!compilation.Findings.HasErrors)
            return ExitCode.Fine;
        return compilation.Findings.Open.Any(d => d.Primary is not null) ? ExitCode.No : ExitCode.CouldNotRun;
    }
}
