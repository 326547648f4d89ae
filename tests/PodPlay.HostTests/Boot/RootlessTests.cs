using PodPlay.Changes;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>samples/rootless on a booted host: everything runs as an ordinary user who is not logged in.</summary>
public sealed class RootlessTests
{
    [ToolFact(Debian.Trixie)]
    public void The_sample_runs_in_the_managers_of_its_user()
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text("rootless"), InMemory.Lock("rootless")));
        var host = Assert.Single(side.Network.Hosts);
        using var lab = new BootedNetwork(side.Network);
        var box = lab[host];
        box.Receive(side.Files);
        var applied = box.Apply();
        Assert.True(applied.ExitCode == 0, applied.ToString());
        Assert.EndsWith("Nothing to do.\n", box.Apply().Output, StringComparison.Ordinal);
        Assert.Equal("active\nactive\n", box.Shell("systemctl --user --machine=web@.host is-active pages.service counter.service"));
        Assert.Equal("", box.Shell("systemctl --user --machine=web@.host list-units --failed --no-legend --plain; podman ps --quiet"));
        foreach (var who in new[] { "lan", "router" })
            Assert.Equal("a page\n", box.Room.Run(["ip", "netns", "exec", who, "nsenter", "--target", $"{box.Init}", "--mount", "--", "curl", "-sS", "--max-time", "5", "http://192.168.1.50:8080/"]).Output);

        // Who that was the service cannot tell: rootlessport calls it from inside its own namespace.
        var seen = box.Shell($"{RootlessHost.AsUser(host)} podman logs pages 2>&1");
        Assert.Contains("172.21.1.101", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("192.168.1.", seen, StringComparison.Ordinal);

        // Its user's units, containers and networks are what is compared.
        Assert.Empty(Collected.Drift(box, side).Deviations);
        box.Shell("systemctl --user --machine=web@.host stop counter.service");
        Assert.Equal("unit counter.service", Assert.Single(Collected.Drift(box, side).Deviations).Subject);

        // Another start of the machine, and nobody logs in.
        lab.Reboot(host);
        RootlessHost.MakeDevices(lab[host]);
        lab[host].Shell("for i in $(seq 300); do systemctl --user --machine=web@.host is-active --quiet pages.service counter.service 2>/dev/null && exit 0; sleep 0.2; done; exit 1", timeout: TimeSpan.FromSeconds(90));
        Assert.EndsWith("Nothing to do.\n", lab[host].Apply().Output, StringComparison.Ordinal);
    }
}
