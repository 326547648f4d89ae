namespace PodPlay.Cli;

/// <summary>The three answers, frozen: scripts and hooks rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Done, or nothing to say.</summary>
    public const int Fine = 0;

    /// <summary>It ran, and the answer is no: errors in the spec, files differ, an edited file was not overwritten.</summary>
    public const int No = 1;

    /// <summary>It could not run: wrong usage, no spec, nothing readable or writable.</summary>
    public const int CouldNotRun = 2;
}
