using System.Text;
using PodPlay.Changes;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>samples/rootless on a booted host: everything runs as an ordinary user who is not logged in.</summary>
public sealed class RootlessTests
{
    private const string Systemctl = "systemctl --user --machine=web@.host";

    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void The_sample_runs_in_the_managers_of_its_user()
    {
        var side = Side(InMemory.Text("rootless"));
        var host = Assert.Single(side.Network.Hosts);
        using var lab = new BootedNetwork(side.Network);
        var box = lab[host];
        box.Receive(side.Files);
        AssertApplied(box.Apply());
        AssertRuns(box, host);
        var byScript = State(box);

        // Its user's units, containers and networks are what is compared; what was stopped, another run starts.
        Assert.Empty(Collected.Drift(box, side).Deviations);
        box.Shell($"{Systemctl} stop counter.service");
        Assert.Equal("unit counter.service", Assert.Single(Collected.Drift(box, side).Deviations).Subject);
        Assert.Contains("  start    counter.service\n", box.Apply().Output, StringComparison.Ordinal);
        Assert.Empty(Collected.Drift(box, side).Deviations);

        // The same by Ansible, from nothing: a user who does not linger.
        box.Empty(Systemctl);
        box.Shell("loginctl disable-linger web; systemctl stop user@1001.service; rm -rf /etc/systemd/system/multi-user.target.wants/network-online.target");
        using (var admin = new AdminMachine(lab, [box]))
        {
            AssertApplied(admin.Play(side.Files));
            Assert.Equal(byScript, State(box));
            AssertRuns(box, host);
            Assert.Contains("changed=0", admin.Play(side.Files).Output, StringComparison.Ordinal);

            // Without its second service.
            var text = InMemory.Text("rootless");
            var one = Side(text[..text.IndexOf("  counter:\n", StringComparison.Ordinal)]);
            AssertApplied(admin.Play(one.Files));
            Assert.Equal("pages\n", box.Shell($"{RootlessHost.AsUser(host)} podman ps --format '{{{{.Names}}}}'"));
            box.Receive(one.Files);
            Assert.EndsWith("Nothing to do.\n", box.Apply().Output, StringComparison.Ordinal);
        }

        // Back by the script. Another start of the machine, and nobody logs in.
        box.Receive(side.Files);
        AssertApplied(box.Apply());
        Assert.Equal(byScript, State(box));
        lab.Reboot(host);
        box = lab[host];
        RootlessHost.MakeDevices(box);
        Wait.Until(
            TimeSpan.FromMinutes(5),
            () => box.Run([.. Systemctl.Split(' '), "is-active", "pages.service", "counter.service"]).Output == "active\nactive\n",
            () => box.Run([.. Systemctl.Split(' '), "list-units", "--failed", "--no-pager"]).ToString());
        AssertRuns(box, host);

        var walk = new RunbookWalk(lab, side.Network, host, Encoding.UTF8.GetString(side.Files[$"{host.Name}.RUNBOOK.md"]));
        RunbookWalk.AssertNone(walk.Look());
        RunbookWalk.AssertNone(walk.Change());
        AssertRuns(box, host);
    }

    private static void AssertRuns(BootedHost box, Host host)
    {
        Assert.EndsWith("Nothing to do.\n", box.Apply().Output, StringComparison.Ordinal);
        Assert.Equal("active\nactive\n", box.Shell($"{Systemctl} is-active pages.service counter.service"));
        Assert.Equal("", box.Shell($"{Systemctl} list-units --failed --no-legend --plain; podman ps --quiet"));
        foreach (var who in new[] { "lan", "router" })
            Assert.Equal("a page\n", box.Room.Run(["ip", "netns", "exec", who, "nsenter", "--target", $"{box.Init}", "--mount", "--", "curl", "-sS", "--max-time", "5", "http://192.168.1.50:8080/"]).Output);

        // Who that was the service cannot tell: rootlessport calls it from inside its own namespace.
        var seen = box.Shell($"{RootlessHost.AsUser(host)} podman logs pages 2>&1");
        Assert.Contains("172.21.1.101", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("192.168.1.", seen, StringComparison.Ordinal);
    }

    // Files, who lingers, what is switched on.
    private static string[] State(BootedHost box) => box.Shell(
        "find /etc/podplay /etc/containers /etc/nftables.d /etc/systemd /etc/hosts /var/lib/podplay /var/lib/systemd/linger -printf '%p %m %u %g %l\\n' | sort; cat /etc/podplay/MANIFEST /etc/hosts; cd / && sha256sum --quiet -c /etc/podplay/MANIFEST").Split('\n');

    private static ChangeSide Side(string text)
    {
        var compilation = InMemory.Compile(text, InMemory.Lock("rootless"));
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        return ChangeSide.Of(compilation);
    }

    private static void AssertApplied(ToolResult applied) => Assert.True(applied.ExitCode == 0, applied.ToString());
}
