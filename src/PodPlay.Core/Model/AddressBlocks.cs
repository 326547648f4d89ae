using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>Sorts address blocks and leaves out what others cover.</summary>
internal static class AddressBlocks
{
    public static ImmutableArray<Prefix> Merge(IEnumerable<Prefix> blocks)
    {
        var merged = ImmutableArray.CreateBuilder<Prefix>();
        foreach (var block in blocks.Distinct().OrderBy(b => b.Base).ThenBy(b => b.Length))
        {
            if (merged.Count == 0 || !merged[^1].Covers(block))
                merged.Add(block);
        }
        return merged.ToImmutable();
    }
}
