namespace PodPlay.Firewall.Mutants;

/// <summary>All mutants, by what they concern.</summary>
internal static class MutantGroups
{
    public static IReadOnlyList<(string Name, IEnumerable<Mutant> Mutants)> All { get; } =
    [
        ("To the host", InputMutants.All), ("Through the host", ForwardMutants.All), ("Inside one bridge", BridgeMutants.All), ("Elsewhere", OtherMutants.All),
    ];
}
