namespace PodPlay.Testing.Tools;

/// <summary><c>systemd-analyze verify</c> for units that podplay writes itself (Quadlet's own are the generator's).</summary>
internal static class SystemdVerify
{
    /// <summary>An unknown key is only a warning and exit code 0, so every word on standard error counts.</summary>
    /// <param name="tree">The tree of a host.</param>
    /// <param name="units">Absolute paths on that host, all of the system's manager or all of a user's.</param>
    public static Verdict Check(Debian debian, string tree, params IReadOnlyList<string> units)
    {
        var manager = units[0].StartsWith("/etc/systemd/user/", StringComparison.Ordinal) ? "--user" : "--system";
        return Verdict.OfSilentTool(InRoot.Run(debian, tree, ["env", "XDG_RUNTIME_DIR=/run", "systemd-analyze", "verify", "--man=no", manager, .. units]));
    }
}
