using System.Diagnostics;
using System.Globalization;
using PodPlay.Firewall;
using PodPlay.Lab;
using PodPlay.Samples;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Quadlet;
using Xunit.Abstractions;

namespace PodPlay.Packets;

/// <summary>Oracle c: what packets do is what the spec says, in every cell, with br_netfilter off and on.</summary>
public sealed class PacketTests(ITestOutputHelper output)
{
    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Every_cell_of_a_sample_is_as_the_spec_says(string name)
    {
        var clock = Stopwatch.StartNew();
        var network = Bench.Sample(name);
        var lab = new LabNetwork(network);
        var expectation = new Expectation(network);
        var wanted = Cells.Of(lab).ToDictionary(p => p, expectation.Of);
        var rulesets = network.Hosts.Zip(Bench.RulesetsOf(network)).ToDictionary(p => p.First, p => p.Second);
        var rounds = new[] { false, true }.Select(b => new Round(rulesets, b)).ToList();
        var answers = new LabRun(lab, Rendered.Tree(network)).Ask(wanted.Keys, p => wanted[p] is not null, rounds);
        foreach (var (round, given) in rounds.Zip(answers))
        {
            var wrong = wanted.Where(w => !Fits(w.Value, given.GetValueOrDefault(w.Key))).Select(w => $"{w.Key}: wanted {w.Value?.ToString() ?? "nobody"}, answered {given.GetValueOrDefault(w.Key)?.ToString() ?? "nobody"}").ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, br_netfilter {(round.IsBridgeFiltered ? "on" : "off")}: {wanted.Count} cells probed, {given.Count} open, {wanted.Count - given.Count} closed, {wrong.Count} wrong ({clock.Elapsed.TotalSeconds:f1} s)"));
            Assert.True(wrong.Count == 0, $"{wrong.Count} of {wanted.Count} cells\n{string.Join('\n', wrong.Take(60))}");
        }
    }

    private static bool Fits(Answer? wanted, Answer? given) =>
        wanted is null || given is null ? wanted is null && given is null : wanted.Server == given.Server && (wanted.Client is null || wanted.Client == given.Client);
}
