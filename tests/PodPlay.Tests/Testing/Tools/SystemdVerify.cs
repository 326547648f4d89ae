namespace PodPlay.Testing.Tools;

/// <summary><c>systemd-analyze verify</c> for units that podplay writes itself (Quadlet's own are the generator's).</summary>
internal static class SystemdVerify
{
    /// <summary>An unknown key is only a warning and exit code 0, so every word on standard error counts.</summary>
    /// <param name="tree">The tree of a host.</param>
    /// <param name="units">Absolute paths on that host.</param>
    public static Verdict Check(Debian debian, string tree, params IReadOnlyList<string> units) =>
        Verdict.OfSilentTool(InRoot.Run(debian, tree, ["systemd-analyze", "verify", "--man=no", .. units]));
}
