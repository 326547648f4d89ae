using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Folds the cells of a comparison to statements: a zone for all its services, both families and all ports in one.</summary>
internal sealed class ChangeGrouping(ConnectivityDifference difference)
{
    private readonly NamedSets _before = new(difference.Before, difference.Outside.Select(o => (o.NameOf(o.Before.Party), IsLan(difference.Before, o.Before.Sample), o.Family)));
    private readonly NamedSets _after = new(difference.After, difference.Outside.Select(o => (o.NameOf(o.After.Party), IsLan(difference.After, o.After.Sample), o.Family)));

    /// <summary>By verb, then the most exposed first, then by text.</summary>
    public static ImmutableArray<ConnectivityChange> Of(ConnectivityDifference difference) =>
    [
        .. new ChangeGrouping(difference).Fold()
            .OrderBy(c => c.Verb)
            .ThenBy(c => c.Reach)
            .ThenBy(c => c.Text, StringComparer.Ordinal),
    ];

    private IEnumerable<ConnectivityChange> Fold() =>
        PairStatement.Of(difference.Cells)
            .GroupBy(s => (s.Kind, s.Family, s.What, Called: s.To.Name)).Select(FoldCallers)
            .GroupBy(s => (s.First.Kind, s.First.Family, s.First.What, Callers: string.Join('|', s.Callers))).Select(FoldCalled)
            .GroupBy(c => (c.First.Kind, Callers: string.Join('|', c.Callers), Called: string.Join('|', c.Called))).Select(FoldPorts)
            .GroupBy(c => (c.Kind, Called: string.Join('|', c.Change.Called))).SelectMany(g => FoldOutside([.. g.Select(c => c.Change)], g.Key.Kind.IsOutside));

    // All callers that get the same at one party, for the same reasons.
    private (PairStatement First, ImmutableArray<string> Callers) FoldCallers(IEnumerable<PairStatement> alike)
    {
        var first = alike.First();
        var absent = new HashSet<string>(StringComparer.Ordinal) { first.To.Name };
        if (PairStatement.HostOf(first.To) is { } host)
            absent.Add($"host {host.Name}");
        // The way of the most exposed one.
        return (alike.MinBy(s => s.Reach)!, SetsOf(first).Of(alike.Select(s => s.CallerName), first.Family, absent));
    }

    private (PairStatement First, ImmutableArray<string> Callers, ImmutableArray<string> Called) FoldCalled(IEnumerable<(PairStatement First, ImmutableArray<string> Callers)> alike)
    {
        var (first, callers) = alike.MinBy(a => a.First.Reach);
        return (first, callers, SetsOf(first).Of(alike.Select(a => a.First.To.Name), first.Family, new HashSet<string>(StringComparer.Ordinal)));
    }

    private static ((Verb Verb, bool IsOutside, bool IsDefault, string Condition) Kind, ConnectivityChange Change) FoldPorts(
        IEnumerable<(PairStatement First, ImmutableArray<string> Callers, ImmutableArray<string> Called)> alike)
    {
        var (first, callers, called) = alike.First();
        var lines = alike.OrderBy(a => a.First.Family).Select(a => a.First.Line)
            .GroupBy(l => string.Join('|', l.Because))
            .Select(g => new PortLine(FamilyPorts.Merge(g.SelectMany(l => l.Ports)), g.First().Via, g.First().Because))
            .OrderBy(l => l.Ports[0]).ThenBy(l => l.Via, StringComparer.Ordinal);
        return (first.Kind, new(first.Verb, alike.Min(a => a.First.Reach), callers, called, [.. lines], first.Condition));
    }

    // The LAN reaches a public port at the host's number, the internet at the router's: one opening.
    private static IEnumerable<ConnectivityChange> FoldOutside(ImmutableArray<ConnectivityChange> changes, bool isOutside)
    {
        var left = changes.OrderBy(c => c.Reach).ThenByDescending(c => c.Because.Length).ThenBy(c => c.Text, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var main = left[0];
            var also = isOutside ? left.Skip(1).Where(c => c.Because.All(main.Because.Contains)).ToList() : [];
            left = [.. left.Skip(1).Except(also)];
            yield return main with { Also = [.. also] };
        }
    }

    private NamedSets SetsOf(PairStatement statement) => statement.Verb == Verb.Closes ? _before : _after;

    private static bool IsLan(Network network, Address sample) => Analysis.LanOf(network).Any(b => b.Contains(sample));
}
