namespace PodPlay.Firewall.Mutants;

/// <summary>What oracle b finds in a mutant.</summary>
/// <param name="Killers">Kinds of differences, hooks and families, without what depends on the order in which the kernel lists a set;
/// empty: nothing.</param>
/// <param name="Example">The first difference; null: none.</param>
/// <param name="IsRefused">nft does not load it: no mutant at all.</param>
internal sealed record MutantTrial(Mutant Mutant, string Killers, string? Example, bool IsRefused)
{
    /// <summary>All mutants, in the order of their groups.</summary>
    public static IReadOnlyList<MutantTrial> All()
    {
        var bench = new MutantBench();
        var all = MutantGroups.All.SelectMany(g => g.Mutants).ToList();
        var listings = Listings.Of([.. all.Select(m => m.Edit(bench[m.Ruleset].Text))]);
        return
        [
            .. all.Zip(listings, (mutant, listing) =>
            {
                var (network, host, _) = bench[mutant.Ruleset];
                var differences = listing is { } loaded ? Proof.Differences(network, host, loaded) : [];
                var killers = differences.Select(d => $"{d.Kind} {d.Hook} {d.Family}".ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);
                return new MutantTrial(mutant, string.Join(", ", killers), differences.FirstOrDefault()?.ToString(), listing is null);
            }),
        ];
    }
}
