using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>samples/seed on two booted Debian hosts, installed as a user installs it.</summary>
[Collection(SeedCollection.Name)]
public sealed class SeedTests(SeedHosts hosts, ITestOutputHelper output)
{
    [ToolTheory(Debian.Trixie)]
    [InlineData(false)]
    [InlineData(true)]
    public void The_whole_network_runs_on_booted_hosts_as_its_spec_says(bool isBridgeFiltered)
    {
        hosts.Become(SeedHosts.Seed);
        hosts.AssertWell(SeedHosts.Seed);
        output.WriteLine(hosts.AssertMatrix(SeedHosts.Seed, isBridgeFiltered));
    }
}
