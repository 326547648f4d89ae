using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Consecutive addresses of one family, both ends included.</summary>
internal readonly record struct AddressRange(Address First, Address Last)
{
    /// <summary>
    /// The blocks of one family as ranges that neither overlap nor touch, in numeric order. nft 1.0.6 refuses overlapping
    /// intervals in a concatenation ("File exists") and anonymous sets differ on it between versions, so podplay merges.
    /// </summary>
    public static ImmutableArray<AddressRange> Merge(Family family, IEnumerable<Prefix> blocks)
    {
        var merged = ImmutableArray.CreateBuilder<AddressRange>();
        foreach (var block in blocks.Where(b => b.Family == family).OrderBy(b => b))
        {
            if (merged.Count > 0 && merged[^1] is var last && Reaches(last.Last, block.First))
                merged[^1] = last with { Last = last.Last.CompareTo(block.Last) > 0 ? last.Last : block.Last };
            else
                merged.Add(new AddressRange(block.First, block.Last));
        }
        return merged.ToImmutable();
    }

    /// <summary>As nft lists it: an address, a block where it is one, else <c>first-last</c>.</summary>
    public override string ToString()
    {
        if (First == Last)
            return First.ToString();
        var size = Last.Value - First.Value;
        var hostBits = (int)UInt128.PopCount(size);
        var isBlock = (size & (size + 1)) == 0 && (First.Value & size) == 0;
        return isBlock ? new Prefix(First, First.Bits - hostBits).ToString() : $"{First}-{Last}";
    }

    // The last address of all has no next one.
    private static bool Reaches(Address last, Address next) =>
        next.CompareTo(last) <= 0 || last.Value != UInt128.MaxValue && last.Plus(1) == next;
}
