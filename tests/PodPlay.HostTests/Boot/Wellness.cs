using System.Diagnostics;
using PodPlay.Model;

namespace PodPlay.Boot;

/// <summary>What is to hold of hosts that were installed.</summary>
internal static class Wellness
{
    /// <summary>Every service runs, nothing has failed, and another run of the script has nothing to do.</summary>
    public static void AssertWell(this BootedNetwork lab, Network network)
    {
        foreach (var host in network.Hosts)
        {
            var booted = lab[host];
            Assert.Equal("", booted.Shell("systemctl list-units --failed --no-legend --plain"));
            foreach (var unit in UnitsOf(host))
                AssertActive(booted, unit);
            var again = booted.Apply();
            Assert.True(again.ExitCode == 0, again.ToString());
            Assert.EndsWith("Nothing to do.\n", again.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// A unit may still be on its way: a health check that failed once makes podman start the service again
    /// after <c>RestartSec=</c>, and systemd calls a host "running" meanwhile, because a restart that waits is no job.
    /// </summary>
    private static void AssertActive(BootedHost host, string unit)
    {
        var state = "";
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromMinutes(2); Thread.Sleep(200))
        {
            state = host.Run(["systemctl", "is-active", unit]).Output.Trim();
            if (state is not ("activating" or "reloading"))
                break;
        }
        Assert.True(state == "active", $"{unit} {state}\n{host.Run(["journalctl", "--no-pager", "-n", "40", "-u", unit]).Output}");
    }

    private static IEnumerable<string> UnitsOf(Host host) =>
        host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas).Select(r => $"{r.Name}.service").Append("podplay-firewall.service")
            .Concat(host.Services.Where(s => s.Timer is not null).Select(s => $"{s.Name}.timer"));
}
