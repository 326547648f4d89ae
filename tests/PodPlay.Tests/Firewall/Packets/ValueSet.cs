using System.Collections.Immutable;

namespace PodPlay.Firewall.Packets;

/// <summary>Values of one field: intervals, sorted, none touching another. Equal when they hold the same.</summary>
internal sealed class ValueSet : IEquatable<ValueSet>
{
    private readonly int _hash;

    private ValueSet(ImmutableArray<(UInt128 First, UInt128 Last)> intervals)
    {
        Intervals = intervals;
        var hash = new HashCode();
        foreach (var interval in intervals)
            hash.Add(interval);
        _hash = hash.ToHashCode();
    }

    public static ValueSet Empty { get; } = new([]);

    public ImmutableArray<(UInt128 First, UInt128 Last)> Intervals { get; }

    public bool IsEmpty => Intervals.IsEmpty;

    public static ValueSet Of(params IEnumerable<int> values) => Union(values.Select(v => Range((UInt128)v, (UInt128)v)));

    public static ValueSet Range(UInt128 first, UInt128 last) => first > last ? Empty : new([(first, last)]);

    public static ValueSet Union(params IEnumerable<ValueSet> sets)
    {
        var merged = new List<(UInt128 First, UInt128 Last)>();
        foreach (var next in sets.SelectMany(s => s.Intervals).Order())
        {
            if (merged.Count > 0 && (merged[^1].Last == UInt128.MaxValue || next.First <= merged[^1].Last + 1))
                merged[^1] = (merged[^1].First, UInt128.Max(merged[^1].Last, next.Last));
            else
                merged.Add(next);
        }
        return new([.. merged]);
    }

    public ValueSet Intersect(ValueSet other) => Union(
        from a in Intervals
        from b in other.Intervals
        select Range(UInt128.Max(a.First, b.First), UInt128.Min(a.Last, b.Last)));

    public ValueSet Except(ValueSet other) => Intersect(other.Complement());

    public bool Contains(UInt128 value)
    {
        var (low, high) = (0, Intervals.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (value < Intervals[middle].First)
                high = middle - 1;
            else if (value > Intervals[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    public bool Equals(ValueSet? other) => other is not null && _hash == other._hash && Intervals.SequenceEqual(other.Intervals);

    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    public override int GetHashCode() => _hash;

    public override string ToString() => string.Join(", ", Intervals.Select(i => i.First == i.Last ? $"{i.First}" : $"{i.First}-{i.Last}"));

    private ValueSet Complement()
    {
        var gaps = new List<(UInt128, UInt128)>();
        UInt128 next = 0;
        foreach (var (first, last) in Intervals)
        {
            if (first > next)
                gaps.Add((next, first - 1));
            if (last == UInt128.MaxValue)
                return new([.. gaps]);
            next = last + 1;
        }
        gaps.Add((next, UInt128.MaxValue));
        return new([.. gaps]);
    }
}
