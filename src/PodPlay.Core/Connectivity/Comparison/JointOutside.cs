using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>
/// The outside of two networks, cut so finely that neither tells a piece's addresses apart. Hosts, the router and the LAN are
/// themselves by name: renumbering them changes nothing. A source is its addresses: one that covers more lets more people in.
/// </summary>
internal static class JointOutside
{
    public static ImmutableArray<OutsidePair> Of(Network before, Network after, Family family)
    {
        var boundaries = OutsideWorld.Blocks(before, family).Concat(OutsideWorld.Blocks(after, family)).ToList();
        var starts = OutsideWorld.StartsOfPieces(family, boundaries).ToList();
        var last = new Address(family, family == Family.IPv4 ? uint.MaxValue : UInt128.MaxValue);
        var renumberedLan = IsRenumbered(LanBlocks(before, family), LanBlocks(after, family));
        var found = new SortedDictionary<string, (OutsidePair Pair, List<(Address, Address)> Ranges)>(StringComparer.Ordinal);
        for (var i = 0; i < starts.Count; i++)
        {
            var sample = starts[i];
            if (!OutsideWorld.IsOutside(before, sample) || !OutsideWorld.IsOutside(after, sample))
                continue;
            var (was, wasSignature) = OutsideWorld.PartyOf(before, sample);
            var (isNow, nowSignature) = OutsideWorld.PartyOf(after, sample);
            if (was.Name != isNow.Name && (IsSameElsewhere(was, after, family) || IsSameElsewhere(isNow, before, family) || (renumberedLan && AreLanAndInternet(was, isNow))))
                continue;
            var end = i + 1 < starts.Count ? starts[i + 1] with { Value = starts[i + 1].Value - 1 } : last;
            var key = $"{wasSignature} => {nowSignature}";
            if (!found.TryGetValue(key, out var known))
                found.Add(key, known = (new((was, sample), (isNow, sample), []), []));
            Extend(known.Ranges, sample, end);
        }
        return [.. found.Values.Select(f => f.Pair with { Ranges = [.. f.Ranges] }), .. Renumbered(before, after, family, [.. found.Values.Select(f => f.Pair)])];
    }

    private static void Extend(List<(Address First, Address Last)> ranges, Address first, Address last)
    {
        if (ranges.Count > 0 && ranges[^1].Last.Plus(1) == first)
            ranges[^1] = (ranges[^1].First, last);
        else
            ranges.Add((first, last));
    }

    // Its own address in the other network says more about it than whoever has this one there.
    private static bool IsSameElsewhere(Party party, Network other, Family family) => party switch
    {
        Party.OfHost { Host: { } host } => other.Hosts.Any(h => h.Name == host.Name && h.AddressOf(family) is not null),
        Party.Router => other.Router.Addresses.Any(a => a.Family == family),
        _ => false,
    };

    // Those that are at no common address: by their names, each with its own address.
    private static IEnumerable<OutsidePair> Renumbered(Network before, Network after, Family family, ImmutableArray<OutsidePair> found)
    {
        var samplesAfter = Samples(after, family);
        foreach (var (name, (party, sample)) in Samples(before, family))
        {
            if (samplesAfter.TryGetValue(name, out var now) && !found.Any(f => f.Before.Party.Name == name && f.After.Party.Name == name))
                yield return new((party, sample), now, []);
        }
    }

    private static SortedDictionary<string, (Party Party, Address Sample)> Samples(Network network, Family family)
    {
        var samples = new SortedDictionary<string, (Party, Address)>(StringComparer.Ordinal);
        foreach (var (party, sample) in OutsideWorld.Of(network, family).Classes.Where(c => c.Party is not Party.OfSource))
            samples.TryAdd(party.Name, (party, sample));
        return samples;
    }

    private static List<Prefix> LanBlocks(Network network, Family family) => [.. Analysis.LanOf(network).Where(b => b.Family == family)];

    // As many blocks of the same sizes: another prefix from the provider, not more of the world.
    private static bool IsRenumbered(List<Prefix> before, List<Prefix> after) =>
        before.Select(b => b.Length).Order().SequenceEqual(after.Select(b => b.Length).Order());

    private static bool AreLanAndInternet(Party a, Party b) => (a, b) is (Party.Lan, Party.Internet) or (Party.Internet, Party.Lan);
}
