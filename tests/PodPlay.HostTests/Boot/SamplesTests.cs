using System.Text;
using PodPlay.Changes;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>Every sample on booted hosts: installed once, everything runs, and every command of its run books gives what the page says.</summary>
public sealed class SamplesTests(ITestOutputHelper output)
{
    // samples/seed has a class for each thing that is shown of it, and samples/rootless one of its own.
    public static TheoryData<string> Names => [.. InMemory.Names.Except(["seed", "rootless"])];

    [ToolTheory(Debian.Trixie, Debian.Forky)]
    [MemberData(nameof(Names))]
    public void A_sample_is_installed_and_runs(string sample)
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));
        using var lab = new BootedNetwork(side.Network);
        if (!side.Network.Services.Any(s => s.IsNameServer))
            lab.ProvideNames();
        foreach (var host in side.Network.Hosts)
        {
            lab[host].Receive(side.Files);
            var applied = lab[host].Apply();
            output.WriteLine(applied.Output);
            Assert.True(applied.ExitCode == 0, $"{applied}\n{lab[host].Shell("journalctl --no-pager -n 60")}");
        }
        lab.AssertWell(side.Network);
        foreach (var walk in side.Network.Hosts.Select(h => new RunbookWalk(lab, side.Network, h, Encoding.UTF8.GetString(side.Files[$"{h.Name}.RUNBOOK.md"]))))
        {
            RunbookWalk.AssertNone(walk.Look());
            RunbookWalk.AssertNone(walk.Running());
            RunbookWalk.AssertNone(walk.Change());
        }
        lab.AssertWell(side.Network);
    }
}
