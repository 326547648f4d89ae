using PodPlay.Firewall.Mutants;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Firewall;

/// <summary>The proof is worth something: it finds every fault that is put into a ruleset. The host tests try packets on them as well and write
/// docs/firewall-mutants.md.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    [ToolFact]
    public void Every_mutant_is_killed()
    {
        var wrong = new List<string>();
        foreach (var trial in MutantTrial.All())
        {
            var mutant = trial.Mutant;
            output.WriteLine($"{mutant.Ruleset}: {mutant.Fault}: {trial.Example ?? $"survives: {mutant.Unseen}"}");
            if (trial.IsRefused)
                wrong.Add($"nft refused it: {mutant.Ruleset}: {mutant.Fault}");
            else if (trial.Example is not null != mutant.Unseen is null)
                wrong.Add($"{(mutant.Unseen is null ? "survived" : "was seen after all")}: {mutant.Ruleset}: {mutant.Fault} {trial.Killers}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
