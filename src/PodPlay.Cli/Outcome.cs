using PodPlay.Diagnostics;

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

    /// <summary>The folder or the spec could not be read or written, as opposed to: what is in it is not what it should be.</summary>
    public static bool CouldNotAccess(DiagnosticBag diagnostics) =>
        new[] { Diagnose.OutputUnwritableRule, Diagnose.OutputUnreadableRule, Diagnose.OutputBlockedRule, Diagnose.OutputLinkRule, Diagnose.OutputBusyRule, Diagnose.SpecUnwritableRule }.Any(diagnostics.Contains);
}
