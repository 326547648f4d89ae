using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>A statement that is not true.</summary>
/// <param name="Cells">The connections that should not be possible; of an <c>allow</c> none.</param>
/// <param name="Missing">Of an <c>allow</c>: the first caller that cannot connect, and why; else empty.</param>
public sealed record Breach(Assertion Assertion, ImmutableArray<Cell> Cells, string Missing)
{
    /// <summary>What makes them possible, each with one connection, in the order of the matrix: that of the whole zone where a zone may.</summary>
    public IEnumerable<Cell> Causes => Cells.GroupBy(c => c.Because).Select(g => g.FirstOrDefault(c => c.From is Party.OthersInZone) ?? g.First());
}
