using System.Text;
using PodPlay.Changes;
using PodPlay.Diagnostics;
using PodPlay.Drift;
using PodPlay.Drift.Reports;

namespace PodPlay.Boot;

/// <summary>What a booted host says of itself, by the script that was generated for it.</summary>
internal static class Collected
{
    /// <summary>As over ssh: the script comes in on standard input.</summary>
    /// <param name="command">What runs the shell; for a host on which something is missing.</param>
    public static string Text(BootedHost host, ChangeSide side, params IReadOnlyList<string> command)
    {
        var run = host.Run([.. command, "sh", "-s"], Encoding.UTF8.GetString(side.Files[$"{host.Name}.collect.sh"]));
        Assert.True((run.ExitCode, run.Error) == (0, ""), run.ToString());
        return run.Output;
    }

    /// <summary>The host against a spec, which may be another one than it was given.</summary>
    public static HostDrift Drift(BootedHost host, ChangeSide side, ChangeSide? spec = null, params IReadOnlyList<string> command)
    {
        var diagnostics = new DiagnosticBag();
        var reports = ReportReader.Read(host.Name, Encoding.UTF8.GetBytes(Text(host, side, command)), diagnostics);
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.ToSortedList().Select(d => d.Message)));
        spec ??= side;
        return HostDrift.Of(Assert.Single(reports), spec.Network, spec.Files).Without(IsOfTheLab);
    }

    // A booted root has not the keys of the machine's first network namespace, and the lab lifts a limit by a drop-in (BootedNetwork.Prepare).
    private static bool IsOfTheLab(string subject) =>
        subject is "setting net.core.rmem_max" or "setting net.core.wmem_max" or "file /etc/containers/systemd/accelerated.container.d/lab.conf";
}
