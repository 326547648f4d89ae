using System.Collections.Immutable;

namespace PodPlay.Projections;

/// <summary>One flat table made from a network, for people and for scripts.</summary>
/// <param name="Columns">Names of one word each; they are the fields of the JSON, and only grow.</param>
/// <param name="Rows">As many texts as there are columns; empty where there is nothing to say.</param>
public sealed record Projection(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    internal static Projection Of(ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows) => new(columns, [.. rows]);
}
