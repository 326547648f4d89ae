using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>A set of ports as intervals: sorted, no two overlap or touch.</summary>
internal readonly record struct PortSet
{
    private readonly ImmutableArray<PortRange> _ranges;

    private PortSet(ImmutableArray<PortRange> ranges) => _ranges = ranges;

    public static PortSet Empty { get; } = new([]);

    public ImmutableArray<PortRange> Ranges => _ranges.IsDefault ? [] : _ranges;

    public bool IsEmpty => Ranges.IsEmpty;

    public static PortSet Of(IEnumerable<PortRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = new(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }
        return new(merged.ToImmutable());
    }

    public PortSet Union(PortSet other) => Of(Ranges.Concat(other.Ranges));

    public PortSet Intersect(PortSet other) => Of(
        from a in Ranges
        from b in other.Ranges
        where a.Overlaps(b)
        select new PortRange(Math.Max(a.First, b.First), Math.Min(a.Last, b.Last)));

    public PortSet Except(PortSet other)
    {
        var left = Ranges.ToList();
        foreach (var gone in other.Ranges)
            left = [.. left.SelectMany(r => Without(r, gone))];
        return Of(left);
    }

    public bool Covers(PortRange range) => Ranges.Any(r => r.First <= range.First && range.Last <= r.Last);

    public bool Equals(PortSet other) => Ranges.SequenceEqual(other.Ranges);

    public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(", ", Ranges);

    private static IEnumerable<PortRange> Without(PortRange range, PortRange gone)
    {
        if (!range.Overlaps(gone))
        {
            yield return range;
            yield break;
        }
        if (range.First < gone.First)
            yield return new(range.First, gone.First - 1);
        if (range.Last > gone.Last)
            yield return new(gone.Last + 1, range.Last);
    }
}
