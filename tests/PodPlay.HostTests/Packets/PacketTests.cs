using System.Diagnostics;
using System.Globalization;
using PodPlay.Firewall;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Samples;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Packets;

/// <summary>Oracle c: what packets do is what the spec says, and what connectivity.csv says, in every cell, with br_netfilter off and on.</summary>
public sealed class PacketTests(ITestOutputHelper output)
{
    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Every_cell_of_a_sample_is_as_the_spec_says(string name) => Holds(name, Bench.Sample(name));

    [ToolFact(Debian.Trixie)]
    public void Every_cell_of_a_spec_with_everything_is_as_the_spec_says() => Holds("wide", Bench.Wide());

    // Which cells are open, the tests above hold against packets.
    [Fact]
    public void The_page_says_how_many_cells_there_are()
    {
        var networks = Sample.All.Select(s => ($"`samples/{s.Name}`", Network: Bench.Sample(s.Name))).Append(("a spec with everything in it", Bench.Wide()));
        var rows = networks.Select(n => (n.Item1, new PacketCheck(n.Item2).Wanted)).Select(n => (n.Item1, All: n.Wanted.Count, Open: n.Wanted.Count(w => w.Value is not null)))
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"| {n.Item1} | {n.All} | {n.Open} | {n.All - n.Open} |"));
        GeneratedPart.IsCurrent("docs/firewall.md", "cells", $"| network | cells probed | open | closed |\n| --- | --- | --- | --- |\n{string.Join('\n', rows)}");
    }

    private void Holds(string name, Network network)
    {
        var clock = Stopwatch.StartNew();
        var check = new PacketCheck(network);
        var rounds = new[] { false, true }.Select(b => new Round(check.Rulesets, b)).ToList();
        foreach (var (round, given) in rounds.Zip(check.Ask(rounds)))
        {
            var wrong = check.Differences(given).Concat(check.DifferencesFromMatrix(given)).ToList();
            Assert.Equal(check.Wanted.Count, given.Count);
            var open = given.Count(g => g.Value is not null);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}, br_netfilter {(round.IsBridgeFiltered ? "on" : "off")}: {given.Count} cells probed, {open} open, {given.Count - open} closed, {wrong.Count} wrong"));
            Assert.True(wrong.Count == 0, $"{wrong.Count} of {check.Wanted.Count} cells\n{string.Join('\n', wrong.Take(60))}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:f1} s"));
    }
}
