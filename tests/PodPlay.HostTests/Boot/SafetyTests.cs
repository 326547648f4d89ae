using System.Diagnostics;
using PodPlay.Changes;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>What the script that installs a tree does when something is wrong.</summary>
[Collection(SeedCollection.Name)]
public sealed class SafetyTests(SeedHosts hosts)
{
    private const string Address = "192.168.1.101";

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

    /// <summary>Over ssh, as an administrator does it: his machine is on the LAN, and the ruleset moves the port by which it comes in.</summary>
    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void A_lock_out_rolls_back_by_itself_and_a_new_connection_keeps_it()
    {
        hosts.Become(SeedHosts.Seed);
        using var admin = new AdminMachine(hosts.Lab, [Fast]);
        const string Script = "sh podplay/fast.apply.sh";
        Assert.True(Becomes(() => admin.Ssh(Address, "true").ExitCode == 0), "ssh is open at first");
        Fast.Receive(WithRuleset(SeedHosts.Seed, t => t.Replace("tcp dport 22 ", "tcp dport 2222 ", StringComparison.Ordinal)));
        var before = State(Fast);
        var lockedOut = Task.Run(() => admin.Ssh(Address, $"{Script} --confirm 10", TimeSpan.FromMinutes(2)));
        Assert.True(Becomes(() => admin.Ssh(Address, "true").ExitCode != 0), "nobody gets in");
        Assert.Equal(1, lockedOut.Result.ExitCode);
        Assert.Contains("nobody confirmed: the old firewall is back", lockedOut.Result.Error, StringComparison.Ordinal);
        Assert.Equal(0, admin.Ssh(Address, "true").ExitCode);
        Assert.Equal(before, State(Fast));

        // Who confirms over the connection that he came by proves nothing; who comes by the new port does.
        Fast.Shell("systemd-run --quiet --unit=ssh-2222 /usr/sbin/sshd -D -p 2222");
        var kept = Task.Run(() => admin.Ssh(Address, $"{Script} --confirm 60", TimeSpan.FromMinutes(2), "-M", "-S", admin.Socket));
        Assert.True(Becomes(() => admin.Ssh(Address, "true").ExitCode != 0), "nobody gets in anew");
        var refused = admin.Ssh(Address, $"{Script} confirm", null, "-S", admin.Socket);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("proves nothing", refused.Error, StringComparison.Ordinal);
        var confirmed = admin.Ssh(Address, $"{Script} confirm", null, "-p", "2222");
        Assert.True(confirmed.ExitCode == 0, confirmed.ToString());
        Assert.True(kept.Result.ExitCode == 0, kept.Result.ToString());
        Assert.NotEqual(0, admin.Ssh(Address, "true").ExitCode);
        Assert.EndsWith("Nothing to do.\n", Fast.Apply().Output, StringComparison.Ordinal);

        Fast.Shell("systemctl stop ssh-2222.service");
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
        var edited = SeedHosts.Edited(("    tuning: throughput # the reviewed form of those values\n", ""));
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
