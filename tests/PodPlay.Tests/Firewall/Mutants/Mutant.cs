namespace PodPlay.Firewall.Mutants;

/// <summary>A ruleset with a fault put in on purpose: the test of the tests.</summary>
/// <param name="Fault">What is wrong, in a few words.</param>
/// <param name="Ruleset">Which one it is put into: <see cref="MutantBench"/>.</param>
internal sealed record Mutant(string Fault, string Ruleset, Func<string, string> Edit)
{
    /// <summary>Why oracle b cannot see it; null: it has to.</summary>
    public string? Unseen { get; init; }
}
