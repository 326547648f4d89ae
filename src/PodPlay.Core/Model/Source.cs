using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A named set of addresses from which a port may be called or a flow may start.</summary>
/// <param name="Blocks">Sorted by number, merged: no two overlap or touch.</param>
public sealed record Source(string Name, ImmutableArray<Prefix> Blocks)
{
    public IEnumerable<Prefix> Of(Family family) => Blocks.Where(b => b.Family == family);
}
