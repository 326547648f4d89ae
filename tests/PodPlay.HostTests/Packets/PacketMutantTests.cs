using PodPlay.Firewall;
using PodPlay.Firewall.Mutants;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Packets;

/// <summary>Oracle c is worth something: packets find the faults that are put into a ruleset. Who finds which stands in docs/firewall-mutants.md.</summary>
public sealed class PacketMutantTests(ITestOutputHelper output)
{
    [ToolFact(Debian.Trixie)]
    public void Packets_kill_what_they_can_and_the_page_says_who_killed_what()
    {
        var killed = new[] { "seed", "ipv4-only", "rootless" }.SelectMany(KilledIn).ToDictionary(k => k.Key, k => k.Value);
        var wrong = killed.Where(k => k.Value != PacketMutants.Unseen.GetValueOrDefault(k.Key) is null).Select(k => $"{(k.Value ? "was seen after all" : "survived")}: {k.Key}");
        Assert.Empty(wrong);
        GeneratedPage.IsCurrent("docs/firewall-mutants.md", MutantPage.Of(MutantTrial.All().ToDictionary(t => t.Mutant), killed));
    }

    /// <summary>Each mutant that packets were tried on, and whether they found it.</summary>
    private Dictionary<Mutant, bool> KilledIn(string sample)
    {
        var mutants = MutantGroups.All.SelectMany(g => g.Mutants).Where(m => PacketMutants.IsTried(m) && m.Ruleset.StartsWith($"{sample}/", StringComparison.Ordinal)).ToList();
        // A second replica meets what the first one meets.
        var check = new PacketCheck(Bench.Sample(sample), p => !p.Caller.Name.EndsWith("-2", StringComparison.Ordinal) && !p.Called.Name.EndsWith("-2", StringComparison.Ordinal));
        Round[] unchanged = [.. new[] { false, true }.Select(b => new Round(check.Rulesets, b))];
        var answers = check.Ask([.. unchanged, .. mutants.Select(m => RoundOf(With(check.Rulesets, m), m))]);

        // Unchanged rulesets pass under the very same conditions, so what is wrong below is the fault's doing.
        Assert.Empty(answers.Take(2).SelectMany(check.Differences));
        return mutants.Zip(answers.Skip(2)).ToDictionary(pair => pair.First, pair =>
        {
            var difference = check.Differences(pair.Second).FirstOrDefault();
            output.WriteLine($"{pair.First.Ruleset}: {pair.First.Fault}: {difference ?? "survives"}");
            return difference is not null;
        });
    }

    // Less patience for an answer that a fault may have closed off; where none is expected to be wrong, all of it.
    private static Round RoundOf(Dictionary<Host, string> rulesets, Mutant mutant)
    {
        var round = new Round(rulesets, PacketMutants.NeedsBridgeFilter(mutant)) { StopsWhenWrong = true };
        return PacketMutants.Unseen.ContainsKey(mutant) ? round : round with { Limit = 600, Quiet = 250 };
    }

    private static Dictionary<Host, string> With(IReadOnlyDictionary<Host, string> rulesets, Mutant mutant) =>
        rulesets.ToDictionary(r => r.Key, r => mutant.Ruleset.EndsWith($"/{r.Key.Name}", StringComparison.Ordinal) ? mutant.Edit(r.Value) : r.Value);
}
