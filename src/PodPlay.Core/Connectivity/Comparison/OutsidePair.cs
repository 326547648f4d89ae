using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Addresses outside the zones that neither network tells apart, and whose they are in the one and in the other.</summary>
/// <param name="Before">With an address that stands for all of them in the earlier network.</param>
/// <param name="After">The same for the later one.</param>
/// <param name="Ranges">The addresses where the name has changed; empty where the name says it all.</param>
internal sealed record OutsidePair(
    (Party Party, Address Sample) Before, (Party Party, Address Sample) After, ImmutableArray<(Address First, Address Last)> Ranges)
{
    private const int MostRanges = 3;

    public Family Family => Before.Sample.Family;

    /// <summary>As a caller; no party inside is called so.</summary>
    public string Key => $"outside {Before.Party.Name} {After.Party.Name} {Before.Sample} {After.Sample}";

    /// <summary>As one who is called: by name as ever, where that is the same on both sides.</summary>
    public string CalledKey => IsRenamed ? Key : Before.Party.Name;

    public bool IsRenamed => Before.Party.Name != After.Party.Name;

    /// <summary>For one side: the name, with the addresses where it is not the same on both. A host or router is at home in its name.</summary>
    public string NameOf(Party party) => IsRenamed && party is not (Party.OfHost or Party.Router) ? $"{party.Name} ({Addresses})" : party.Name;

    private string Addresses => string.Join(", ", Ranges.Take(MostRanges).Select(Text)) + (Ranges.Length > MostRanges ? ", ..." : "");

    private static string Text((Address First, Address Last) range) => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}";
}
