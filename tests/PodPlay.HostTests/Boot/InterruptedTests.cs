using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>The script is killed in the middle: the next run finishes what it began.</summary>
[Collection(SeedCollection.Name)]
public sealed class InterruptedTests(SeedHosts hosts)
{
    // A network made anew, a ruleset, kernel settings, names.
    private static readonly (string, string)[] Edit = [("172.20.4.0/24", "172.20.8.0/24"), ("    tuning: throughput # the reviewed form of those values\n", "    tuning: throughput\n    sysctl: { net.core.somaxconn: 8192 }\n")];

    [ToolFact(Debian.Trixie)]
    public void The_next_run_finishes_it()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        hosts.Forget();
        var sides = new[] { SeedHosts.Edited(Edit), SeedHosts.Seed };
        var fast = hosts.Lab["fast"];
        // Where, in the script's own words; each time from one network to the other.
        string[] places = ["    put \"$manifest\"", "    chmod 644 \"/$1.podplay-new\"", "settle $(cat \"$work/gone\")", "load_firewall", "restart_services", "start_services"];
        for (var i = 0; i < places.Length; i++)
        {
            var side = sides[i % 2];
            fast.Receive(EditedTree.KilledBefore(side.Files, "fast", places[i]));
            Assert.Equal(137, fast.Apply().ExitCode);

            fast.Receive(side.Files);
            var finished = fast.Apply();
            Assert.True(finished.ExitCode == 0, $"killed before {places[i].Trim()}: {finished}");
            Assert.EndsWith("Nothing to do.\n", fast.Apply().Output, StringComparison.Ordinal);
            Assert.Equal(i % 2 == 0 ? "172.20.8.10" : "172.20.4.10", fast.Shell("podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' accelerated").Trim());
            Assert.Equal(i % 2 == 0 ? "172.20.8" : "172.20.4", fast.Shell("nft list table inet podplay | grep -o -m1 '172[.]20[.][48]'").Trim());
            Assert.Equal("", fast.Shell("systemctl list-units --failed --no-legend --plain; find /etc -name '*.podplay-new'; ls /run/podplay | grep -v lock || true"));
        }
    }
}
