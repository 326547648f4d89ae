using System.Globalization;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>samples/seed on two booted Debian hosts, installed as a user installs it.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    [ToolFact(Debian.Trixie)]
    public void The_whole_network_runs_on_booted_hosts_as_its_spec_says()
    {
        var compilation = Compiler.Compile(Repository.PathOf("samples/seed/podplay.yaml"), new Output.DiskSpecFiles());
        var network = compilation.Network!;
        var tree = compilation.Render();
        using var lab = new BootedNetwork(network);
        foreach (var host in network.Hosts)
        {
            lab[host].Receive(tree);
            var applied = lab[host].Apply();
            output.WriteLine(applied.Output);
            Assert.True(applied.ExitCode == 0, applied.ToString());
            Assert.Equal("", lab[host].Shell("systemctl list-units --failed --no-legend --plain"));
            var again = lab[host].Apply();
            Assert.True(again.ExitCode == 0, again.ToString());
            Assert.EndsWith("Nothing to do.\n", again.Output, StringComparison.Ordinal);
        }
        foreach (var isBridgeFiltered in new[] { false, true })
        {
            var (probed, open, wrong) = lab.Probe(network, isBridgeFiltered);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{probed} cells probed, {open} open, {wrong.Count} wrong"));
            Assert.True(wrong.Count == 0, $"{wrong.Count} of {probed}\n{string.Join('\n', wrong.Take(60))}");
        }
    }
}
