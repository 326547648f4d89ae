using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>A host that starts again needs nobody.</summary>
[Collection(SeedCollection.Name)]
public sealed class RebootTests(SeedHosts hosts)
{
    [ToolFact(Debian.Trixie)]
    public void Everything_comes_back_by_itself()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        hosts.Forget();
        var main = SeedHosts.Seed.Network.Hosts.Single(h => h.Name == "main");
        hosts.Lab.Reboot(main);
        Assert.Equal("active\n", hosts.Lab[main].Shell("systemctl is-active podplay-firewall.service"));
        Wait.Until(TimeSpan.FromMinutes(5), () => hosts.Lab[main].Run(["systemctl", "is-system-running"]).Output.Trim() == "running", () => hosts.Lab[main].Shell("systemctl list-units --failed --no-pager; systemctl list-jobs"));
        hosts.AssertWell(SeedHosts.Seed);
        hosts.AssertMatrix(SeedHosts.Seed);
    }
}
