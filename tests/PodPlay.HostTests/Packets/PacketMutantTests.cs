using System.Globalization;
using PodPlay.Firewall;
using PodPlay.Firewall.Mutants;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Packets;

/// <summary>Oracle c is worth something: packets find the faults that are put into a ruleset.</summary>
public sealed class PacketMutantTests(ITestOutputHelper output)
{
    [ToolTheory(Debian.Trixie)]
    [InlineData("seed")]
    [InlineData("ipv4-only")]
    [InlineData("rootless")]
    public void Packets_kill_what_they_can(string sample)
    {
        var mutants = MutantGroups.All.SelectMany(g => g.Mutants.Where(m => PacketMutants.IsTried(g.Name, m) && m.Ruleset.StartsWith($"{sample}/", StringComparison.Ordinal)).Select(m => (g.Name, Mutant: m))).ToList();
        // A second replica meets what the first one meets.
        var check = new PacketCheck(Bench.Sample(sample), p => !p.Caller.Name.EndsWith("-2", StringComparison.Ordinal) && !p.Called.Name.EndsWith("-2", StringComparison.Ordinal));
        Round RoundOf(Mutant? mutant, bool filtered) => new(With(check.Rulesets, mutant), filtered) { StopsWhenWrong = mutant is not null, Limit = 600, Quiet = 250 };
        List<Round> rounds = [RoundOf(null, false), RoundOf(null, true), .. mutants.Select(m => RoundOf(m.Mutant, PacketMutants.NeedsBridgeFilter(m.Mutant)))];
        var answers = check.Ask(rounds);

        // Unchanged rulesets pass under the very same conditions, so what is wrong below is the fault's doing.
        Assert.Empty(answers.Take(2).SelectMany(check.Differences));
        var wrong = new List<string>();
        foreach (var ((group, mutant), given) in mutants.Zip(answers.Skip(2)))
        {
            var differences = check.Differences(given);
            var unseen = PacketMutants.Unseen.GetValueOrDefault($"{group}: {mutant.Fault}");
            output.WriteLine($"{mutant.Ruleset}: {group}: {mutant.Fault}: {(differences.Count == 0 ? $"survives: {unseen}" : differences[0])}");
            if (differences.Count > 0 != unseen is null)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{group}: {mutant.Fault}: {differences.Count} differences"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.NotEmpty(mutants);
    }

    private static Dictionary<Host, string> With(IReadOnlyDictionary<Host, string> rulesets, Mutant? mutant) =>
        rulesets.ToDictionary(r => r.Key, r => mutant?.Ruleset.EndsWith($"/{r.Key.Name}", StringComparison.Ordinal) == true ? mutant.Edit(r.Value) : r.Value);
}
