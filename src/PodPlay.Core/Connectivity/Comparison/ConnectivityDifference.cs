using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>What one network allows and another does not, exactly.</summary>
/// <param name="Cells">Sorted by verb, caller, called, protocol, port, family.</param>
/// <param name="Renames">Taken for the same under another name; what follows from the name alone is not in the cells.</param>
/// <param name="Before">The earlier network.</param>
/// <param name="After">The later one.</param>
public sealed record ConnectivityDifference(
    ImmutableArray<ChangedCell> Cells, ImmutableArray<Rename> Renames, Network Before, Network After)
{
    /// <summary>Who is outside, as the two have been compared.</summary>
    internal ImmutableArray<OutsidePair> Outside { get; init; } = [];

    /// <summary>From one network to another. Names are identity, addresses are not, but for sources: see <see cref="JointOutside"/>.</summary>
    public static ConnectivityDifference Between(Network before, Network after)
    {
        var renames = Comparison.Renames.Between(before, after);
        ImmutableArray<OutsidePair> outside = [.. JointOutside.Of(before, after, Family.IPv4), .. JointOutside.Of(before, after, Family.IPv6)];
        var was = SidedCells.Of(before, outside, o => o.Before, p => NewName(p, renames));
        var now = SidedCells.Of(after, outside, o => o.After, p => p.Name);
        return new(
            [
                .. was.Keys.Union(now.Keys)
                    .SelectMany(k => Differ(was.GetValueOrDefault(k, []), now.GetValueOrDefault(k, [])))
                    .OrderBy(c => c.Verb)
                    .ThenBy(c => c.CallerName, StringComparer.Ordinal)
                    .ThenBy(c => c.To.Name, StringComparer.Ordinal)
                    .ThenBy(c => c.Protocol)
                    .ThenBy(c => c.Ports)
                    .ThenBy(c => c.Family)
                    .ThenBy(c => c.Via, StringComparer.Ordinal),
            ],
            renames,
            before,
            after)
        {
            Outside = outside,
        };
    }

    private static IEnumerable<ChangedCell> Differ(List<Allowance> was, List<Allowance> now)
    {
        var (any, certain) = (PortsOf(was), PortsOf(was.Where(a => !a.IsLimited)));
        var (anyNow, certainNow) = (PortsOf(now), PortsOf(now.Where(a => !a.IsLimited)));
        var both = any.Intersect(anyNow);
        return Pieces(Verb.Opens, anyNow.Except(any), now)
            .Concat(Pieces(Verb.Closes, any.Except(anyNow), was))
            .Concat(Pieces(Verb.Limits, both.Intersect(certain).Except(certainNow), now))
            .Concat(Pieces(Verb.Unlimits, both.Intersect(certainNow).Except(certain), now.Where(a => !a.IsLimited).ToList()));
    }

    private static PortSet PortsOf(IEnumerable<Allowance> allowances) => PortSet.Of(allowances.Select(a => a.Cell.Ports));

    // Cut where a permission begins or ends, so that each piece has one set of reasons.
    private static IEnumerable<ChangedCell> Pieces(Verb verb, PortSet changed, List<Allowance> allowances)
    {
        if (changed.IsEmpty)
            yield break;
        var cuts = allowances.SelectMany(a => new[] { a.Cell.Ports.First, a.Cell.Ports.Last + 1 })
            .Concat(changed.Ranges.SelectMany(r => new[] { r.First, r.Last + 1 }))
            .Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var piece = new PortRange(cuts[i], cuts[i + 1] - 1);
            if (!changed.Covers(piece))
                continue;
            var reasons = allowances.Where(a => a.Cell.Ports.Overlaps(piece)).ToList();
            var (name, cell) = reasons[0];
            yield return new(
                verb, name, cell.From, cell.To, cell.Protocol, cell.Family, piece, ViaOf(reasons), ConditionOf(reasons),
                [.. reasons.Select(r => r.Cell.Because).Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    private static string ViaOf(List<Allowance> reasons) => reasons.Select(r => r.Cell.Via).Order(StringComparer.Ordinal).First();

    private static string ConditionOf(List<Allowance> reasons) => reasons.Select(r => r.Cell.Condition).Order(StringComparer.Ordinal).First();

    private static string NewName(Party party, ImmutableArray<Rename> renames)
    {
        var (kind, name) = party switch
        {
            Party.OfService { Service: { } s } => ("service", s.Name),
            Party.OthersInZone { Zone: { } z } => ("zone", z.Name),
            Party.OfHost { Host: { } h } => ("host", h.Name),
            _ => ("", ""),
        };
        return renames.FirstOrDefault(r => r.Kind == kind && r.Before == name) is not { } rename ? party.Name
            : kind switch
            {
                "service" => rename.After,
                "zone" => $"zone {rename.After} (others)",
                _ => $"host {rename.After}",
            };
    }
}
