using CsCheck;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Interval arithmetic against plain sets of numbers.</summary>
public sealed class PortSetTests
{
    private static readonly Gen<PortRange[]> Ranges = Gen.Select(Gen.Int[1, 60], Gen.Int[0, 9]).Select((first, more) => new PortRange(first, first + more)).Array[0, 6];

    [Fact]
    public void Works_like_sets_of_numbers() => Gen.Select(Ranges, Ranges).Sample((a, b) =>
    {
        var (left, right) = (PortSet.Of(a), PortSet.Of(b));
        Assert.Equal(Numbers(left).Union(Numbers(right)).Order(), Numbers(left.Union(right)));
        Assert.Equal(Numbers(left).Intersect(Numbers(right)).Order(), Numbers(left.Intersect(right)));
        Assert.Equal(Numbers(left).Except(Numbers(right)).Order(), Numbers(left.Except(right)));
    });

    [Fact]
    public void Neighbours_become_one() => Assert.Equal("1-4, 6", PortSet.Of([new(3, 4), new(1, 2), new(6)]).ToString());

    [Fact]
    public void A_range_is_covered_only_by_one_that_holds_all_of_it()
    {
        Assert.True(PortSet.Of([new(1, 9)]).Covers(new(3, 9)));
        Assert.False(PortSet.Of([new(1, 4), new(6, 9)]).Covers(new(3, 7)));
    }

    private static IEnumerable<int> Numbers(PortSet set) => set.Ranges.SelectMany(r => Enumerable.Range(r.First, r.Count));
}
