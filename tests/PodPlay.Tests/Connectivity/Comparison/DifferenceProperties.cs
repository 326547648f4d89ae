using System.Collections.Immutable;
using CsCheck;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Connectivity.Comparison;

/// <summary>What holds for any two networks.</summary>
public sealed class DifferenceProperties
{
    private const int Runs = 40;

    [Fact]
    public void A_network_does_not_differ_from_itself() => RandomSpec.Any.Sample(spec =>
    {
        var difference = ConnectivityDifference.Between(NetworkOf(spec), NetworkOf(spec));
        Assert.Empty(difference.Cells);
        Assert.Empty(difference.Renames);
    }, iter: Runs);

    [Fact]
    public void What_one_way_opens_the_other_way_closes() => Gen.Select(RandomSpec.Any, RandomSpec.Any).Sample((a, b) =>
    {
        var (there, back) = (ConnectivityDifference.Between(NetworkOf(a), NetworkOf(b)), ConnectivityDifference.Between(NetworkOf(b), NetworkOf(a)));
        Assert.Equal(Points(there, Verb.Opens), Points(back, Verb.Closes));
        Assert.Equal(Points(there, Verb.Closes), Points(back, Verb.Opens));
        Assert.Equal(Points(there, Verb.Limits), Points(back, Verb.Unlimits));
    }, iter: Runs);

    /// <summary>The networks' own matrices say the same: before - closed + opened is after. Names outside may mean other addresses in the
    /// other network; inside, names are identity.</summary>
    [Fact]
    public void Applied_to_the_one_it_gives_the_other() => Gen.Select(RandomSpec.Any, RandomSpec.Any).Sample((a, b) =>
    {
        var (before, after) = (NetworkOf(a), NetworkOf(b));
        var difference = ConnectivityDifference.Between(before, after);
        if (difference.Renames.IsEmpty)
            Holds(difference, (from, to) => from is Party.OfService or Party.OthersInZone && to is Party.OfService or Party.OthersInZone);
    }, iter: Runs);

    /// <summary>The same for every cell of two networks in one world, where names outside mean the same addresses, too.</summary>
    [Fact]
    public void Services_that_go_take_exactly_their_own_connections() => Gen.Select(RandomSpec.Any, Gen.Int[0, 3]).Sample((spec, n) =>
    {
        var stay = spec.Services.Where((_, i) => i % 4 != n).ToImmutableArray();
        var gone = spec.Services.Except(stay).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var fewer = spec with { Services = stay, Flows = [.. spec.Flows.Where(f => !f.Split(':')[0].Split(" -> ").Any(gone.Contains))] };
        if (stay.IsEmpty)
            return;
        Holds(ConnectivityDifference.Between(NetworkOf(spec), NetworkOf(fewer)), (_, _) => true);
        Holds(ConnectivityDifference.Between(NetworkOf(fewer), NetworkOf(spec)), (_, _) => true);
    }, iter: Runs);

    [Fact]
    public void Statements_hold_every_cell_and_no_other() => Gen.Select(RandomSpec.Any, RandomSpec.Any).Sample((a, b) =>
    {
        var difference = ConnectivityDifference.Between(NetworkOf(a), NetworkOf(b));
        var told = ChangeGrouping.Of(difference).SelectMany(c => c.Also.Prepend(c)).ToList();
        Assert.Equal(difference.Cells.IsEmpty, told.Count == 0);
        Assert.All(difference.Cells, cell => Assert.Contains(told, c => c.Verb == cell.Verb && c.Lines.Any(l =>
            l.Because.SequenceEqual(cell.Because) && l.Ports.Any(p => p.Protocol == cell.Protocol && p.Ports == cell.Ports && (p.Family ?? cell.Family) == cell.Family))));
        Assert.All(told, c => Assert.All(c.Lines, l => Assert.Contains(difference.Cells, cell => cell.Verb == c.Verb && cell.Because.SequenceEqual(l.Because))));
    }, iter: Runs);

    private static Network NetworkOf(RandomSpec spec)
    {
        var compilation = InMemory.Compile(spec.Yaml);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        return compilation.Network!;
    }

    private static IEnumerable<string> Points(ConnectivityDifference difference, Verb verb) =>
        difference.Cells.Where(c => c.Verb == verb)
            .GroupBy(c => $"{c.CallerName} {c.To} {c.Protocol} {c.Family}{(verb is Verb.Opens or Verb.Closes ? $" {c.Via} {string.Join('|', c.Because)}" : "")}")
            .Select(g => $"{g.Key} {PortSet.Of(g.Select(c => c.Ports))}").Order(StringComparer.Ordinal);

    private static void Holds(ConnectivityDifference difference, Func<Party, Party, bool> isMeant)
    {
        var result = Intervals(Matrix.Of(difference.Before).Select(c => (c.From, c.To, c.Protocol, c.Family, c.Ports)));
        foreach (var (key, closed) in Intervals(Of(Verb.Closes)))
            result[key] = result[key].Except(closed);
        foreach (var (key, opened) in Intervals(Of(Verb.Opens)))
            result[key] = result.GetValueOrDefault(key, PortSet.Empty).Union(opened);
        var wanted = Intervals(Matrix.Of(difference.After).Select(c => (c.From, c.To, c.Protocol, c.Family, c.Ports)));
        Assert.Equal(wanted.Where(w => !w.Value.IsEmpty), result.Where(r => !r.Value.IsEmpty));

        IEnumerable<(Party, Party, Protocol, Family, PortRange)> Of(Verb verb) =>
            difference.Cells.Where(c => c.Verb == verb).Select(c => (c.From, c.To, c.Protocol, c.Family, c.Ports));

        SortedDictionary<string, PortSet> Intervals(IEnumerable<(Party From, Party To, Protocol Protocol, Family Family, PortRange Ports)> cells) => new(
            cells.Where(c => isMeant(c.From, c.To))
                .GroupBy(c => $"{c.From} > {c.To} {c.Protocol} {c.Family}")
                .ToDictionary(g => g.Key, g => PortSet.Of(g.Select(c => c.Ports))),
            StringComparer.Ordinal);
    }
}
