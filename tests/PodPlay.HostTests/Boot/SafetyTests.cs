using System.Diagnostics;
using PodPlay.Changes;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>What the script that installs a tree does when something is wrong.</summary>
[Collection(SeedCollection.Name)]
public sealed class SafetyTests(SeedHosts hosts)
{
    private BootedHost Fast => hosts.Lab["fast"];

    [ToolFact(Debian.Trixie)]
    public void A_ruleset_that_the_kernel_refuses_changes_nothing()
    {
        hosts.Become(SeedHosts.Seed);
        Fast.Receive(WithRuleset(SeedHosts.Seed, t => t + "add rule inet podplay nowhere accept\n"));
        var before = State(Fast);
        var applied = Fast.Apply();
        Assert.Equal(1, applied.ExitCode);
        Assert.Contains("FAIL  the kernel refuses the ruleset", applied.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", applied.Error, StringComparison.Ordinal);
        Assert.Equal(before, State(Fast));

        // Whoever insists has the old ruleset afterwards.
        var forced = Fast.Apply("--force");
        Assert.Equal(1, forced.ExitCode);
        Assert.Contains("the old one is back", forced.Error, StringComparison.Ordinal);
        Fast.Receive(SeedHosts.Seed.Files);
        Assert.Equal(0, Fast.Apply().ExitCode);
        Assert.Equal(before, State(Fast));
    }

    [ToolFact(Debian.Trixie)]
    public void A_lock_out_rolls_back_by_itself_and_a_new_connection_keeps_it()
    {
        hosts.Become(SeedHosts.Seed);
        Fast.Shell("systemctl is-active --quiet lab-ssh || systemd-run --quiet --unit=lab-ssh nc -lk -p 22");
        try
        {
            LockOut();
        }
        finally
        {
            Fast.Shell("systemctl stop lab-ssh.service");
        }
    }

    private void LockOut()
    {
        Assert.True(Becomes(Opens), "ssh is open at first");
        Fast.Receive(WithRuleset(SeedHosts.Seed, t => t.Replace("tcp dport 22 ", "tcp dport 2222 ", StringComparison.Ordinal)));
        var before = State(Fast);
        var run = Task.Run(() => Fast.Run(["env", "SSH_CONNECTION=192.168.1.77 1 192.168.1.101 22", "sh", "/root/podplay/fast.apply.sh", "--confirm", "5"]));
        Assert.True(Becomes(() => !Opens()), "nobody gets in");
        Assert.Equal(1, run.Result.ExitCode);
        Assert.Contains("nobody confirmed: the old firewall is back", run.Result.Error, StringComparison.Ordinal);
        Assert.True(Opens(), "the old firewall is back");
        Assert.Equal(before, State(Fast));

        run = Task.Run(() => Fast.Run(["env", "SSH_CONNECTION=192.168.1.77 1 192.168.1.101 22", "sh", "/root/podplay/fast.apply.sh", "--confirm", "60"]));
        Assert.True(Becomes(() => !Opens()), "nobody gets in");
        var refused = Fast.Run(["env", "SSH_CONNECTION=192.168.1.77 1 192.168.1.101 22", "sh", "/root/podplay/fast.apply.sh", "confirm"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("proves nothing", refused.Error, StringComparison.Ordinal);
        var confirmed = Fast.Run(["env", "SSH_CONNECTION=192.168.1.77 2 192.168.1.101 22", "sh", "/root/podplay/fast.apply.sh", "confirm"]);
        Assert.True(confirmed.ExitCode == 0, confirmed.ToString());
        Assert.Equal(0, run.Result.ExitCode);
        Assert.False(Opens(), "the new firewall stays");
        Assert.EndsWith("Nothing to do.\n", Fast.Apply().Output, StringComparison.Ordinal);

        Fast.Receive(SeedHosts.Seed.Files);
        Assert.Equal(0, Fast.Apply().ExitCode);
        Assert.Equal(before, State(Fast));
    }

    [ToolFact(Debian.Trixie)]
    public void A_flushed_ruleset_is_repaired_by_a_reload()
    {
        hosts.Become(SeedHosts.Seed);
        foreach (var host in hosts.Hosts)
        {
            host.Shell("nft flush ruleset && systemctl reload podplay-firewall.service");
            Assert.Equal("", host.Shell("systemctl list-units --failed --no-legend --plain"));
        }
        hosts.AssertMatrix(SeedHosts.Seed);
    }

    [ToolFact(Debian.Trixie)]
    public void What_was_edited_on_the_host_stops_it_until_forced()
    {
        hosts.Become(SeedHosts.Seed);
        var edited = SeedHosts.Edited(("    sysctl: *tuned\n", ""));
        Fast.Receive(edited.Files);
        Fast.Shell("echo '# by hand' >>/etc/sysctl.d/90-podplay.conf; echo '# by hand' >>/etc/podplay/hosts");
        var before = State(Fast);
        var applied = Fast.Apply();
        Assert.Equal(1, applied.ExitCode);
        Assert.Contains("FAIL  /etc/podplay/hosts was edited here", applied.Output, StringComparison.Ordinal);
        Assert.Contains("FAIL  /etc/sysctl.d/90-podplay.conf was edited here", applied.Output, StringComparison.Ordinal);
        Assert.Equal(before, State(Fast));

        Fast.Receive(SeedHosts.Seed.Files);
        Assert.Equal(0, Fast.Apply("--force").ExitCode);
        Assert.EndsWith("Nothing to do.\n", Fast.Apply().Output, StringComparison.Ordinal);
    }

    [ToolFact(Debian.Trixie)]
    public void The_tree_of_another_host_is_refused()
    {
        hosts.Become(SeedHosts.Seed);
        var before = State(Fast);
        var wrong = Fast with { Name = "main" };
        wrong.Receive(SeedHosts.Seed.Files);
        var applied = wrong.Apply();
        Fast.Receive(SeedHosts.Seed.Files);
        Assert.Equal(1, applied.ExitCode);
        Assert.Contains("FAIL  this is not main", applied.Output, StringComparison.Ordinal);
        Assert.Equal(before, State(Fast));
    }

    // Files, and the ruleset as the kernel has it.
    private static string State(BootedHost host) =>
        host.Shell("find /etc /var/lib/podplay -type f | sort | xargs sha256sum; nft --stateless list table inet podplay; nft --stateless list table bridge podplay");

    private bool Opens() =>
        hosts.Lab.Room.Run(["ip", "netns", "exec", "lan", "timeout", "1", "bash", "-c", "</dev/tcp/192.168.1.101/22"]).ExitCode == 0;

    private static bool Becomes(Func<bool> isSo)
    {
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(30); Thread.Sleep(50))
        {
            if (isSo())
                return true;
        }
        return false;
    }

    private static Dictionary<string, byte[]> WithRuleset(ChangeSide side, Func<string, string> edit) => EditedTree.With(side.Files, "fast", "etc/nftables.d/podplay.nft", edit);
}
