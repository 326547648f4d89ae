using System.Globalization;
using System.Text;
using PodPlay.Firewall.Mutants;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Firewall;

/// <summary>The proof is worth something: it finds every fault that is put into a ruleset.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    [ToolFact]
    public void Every_mutant_is_killed_and_the_page_says_by_what()
    {
        var bench = new MutantBench();
        var groups = MutantGroups.All;
        var all = groups.SelectMany(g => g.Mutants).ToList();
        var listings = Listings.Of([.. all.Select(m => m.Edit(bench[m.Ruleset].Text))]);
        var wrong = new List<string>();
        var killers = new Dictionary<Mutant, string>();
        foreach (var (mutant, listing) in all.Zip(listings))
        {
            if (listing is not { } loaded)
            {
                wrong.Add($"nft refused it: {mutant.Ruleset}: {mutant.Fault}");
                continue;
            }
            var (network, host, _) = bench[mutant.Ruleset];
            var differences = Proof.Differences(network, host, loaded);
            killers[mutant] = KillersOf(differences);
            output.WriteLine($"{mutant.Ruleset}: {mutant.Fault}: {(differences.Count == 0 ? $"survives: {mutant.Unseen}" : differences[0])}");
            if (differences.Count > 0 != mutant.Unseen is null)
                wrong.Add($"{(mutant.Unseen is null ? "survived" : "was seen after all")}: {mutant.Ruleset}: {mutant.Fault} {killers[mutant]}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        GeneratedPage.IsCurrent("docs/firewall-mutants.md", PageOf([.. groups.Select(g => (g.Name, g.Mutants.ToList()))], killers));
    }

    // The order in which the kernel lists a set is its own: only what does not depend on it stands on the page.
    private static string KillersOf(List<Difference> differences) =>
        string.Join(", ", differences.Select(d => $"{d.Kind} {d.Hook} {d.Family}".ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));

    private static string PageOf(IReadOnlyList<(string Hook, List<Mutant> Mutants)> groups, Dictionary<Mutant, string> killers)
    {
        var all = groups.SelectMany(g => g.Mutants).ToList();
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Faults that the proof finds

            Written by the tests (`MutantTests`). Each fault is put into a generated ruleset, which the kernel then loads and lists back;
            the proof compares that listing with the intent of the spec. {killers.Count(k => k.Value.Length > 0)} of {all.Count} faults are found so,
            {all.Count(m => m.Unseen is not null)} cannot be found so, and the table says why.

            *open*: something passes that nobody wants. *closed*: something does not that somebody wants. *unlimited*: limits do not hold.

            """);
        foreach (var (hook, mutants) in groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {hook}\n\n| fault | ruleset | found as |\n| --- | --- | --- |\n");
            foreach (var mutant in mutants)
                page.Append(CultureInfo.InvariantCulture, $"| {mutant.Fault} | {mutant.Ruleset} | {(mutant.Unseen is { } why ? $"({why})" : killers[mutant])} |\n");
        }
        return page.ToString();
    }
}
