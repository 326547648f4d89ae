using System.Text;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>Every command of the run books of samples/seed, on its hosts.</summary>
[Collection(SeedCollection.Name)]
public sealed class RunbookTests(SeedHosts hosts)
{
    [ToolTheory(Debian.Trixie)]
    [InlineData("main")]
    [InlineData("fast")]
    public void Every_command_gives_what_the_page_says(string name)
    {
        hosts.Become(SeedHosts.Seed);
        var (network, files) = (SeedHosts.Seed.Network, SeedHosts.Seed.Files);
        var walk = new RunbookWalk(hosts.Lab, network, network.Hosts.Single(h => h.Name == name), Encoding.UTF8.GetString(files[$"{name}.RUNBOOK.md"]));
        RunbookWalk.AssertNone(walk.Look());
        RunbookWalk.AssertNone(walk.Running());
        RunbookWalk.AssertNone(walk.Change());
        hosts.AssertWell(SeedHosts.Seed);
    }
}
