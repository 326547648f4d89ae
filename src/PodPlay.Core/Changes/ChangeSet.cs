using System.Collections.Immutable;
using PodPlay.Connectivity.Comparison;

namespace PodPlay.Changes;

/// <summary>
/// All that a change of the spec means: who reaches whom, what has to happen on the hosts, what has to be clicked. Computed
/// once; what prints it and what carries it out agree.
/// </summary>
/// <param name="Difference">Exact, cell by cell.</param>
/// <param name="Connectivity">The same in statements for people.</param>
/// <param name="Hosts">Every host of either side, by name.</param>
/// <param name="Clicks">On the router.</param>
/// <param name="Moves">By service.</param>
/// <param name="Renumberings">Of names that are compared as such.</param>
public sealed record ChangeSet(
    ConnectivityDifference Difference,
    ImmutableArray<ConnectivityChange> Connectivity,
    ImmutableArray<HostChange> Hosts,
    ImmutableArray<ClickChange> Clicks,
    ImmutableArray<Move> Moves,
    ImmutableArray<Renumbering> Renumberings)
{
    public static ChangeSet Between(ChangeSide before, ChangeSide after)
    {
        var difference = ConnectivityDifference.Between(before.Network, after.Network);
        var hosts = before.Network.Hosts.Concat(after.Network.Hosts).Select(h => h.Name).Distinct().Order(StringComparer.Ordinal);
        return new(
            difference,
            ChangeGrouping.Of(difference),
            [.. hosts.Select(h => HostComparison.Between(h, before, after))],
            RouterComparison.Between(before.Network, after.Network),
            [
                .. after.Network.Services
                    .Join(before.Network.Services, s => s.Name, s => s.Name, (now, was) => (Was: was, Now: now))
                    .Where(s => s.Was.Host.Name != s.Now.Host.Name)
                    .Select(s => new Move(s.Now.Name, s.Was.Host.Name, s.Now.Host.Name, [.. s.Was.Volumes.Select(v => v.Name).OfType<string>().Distinct()])),
            ],
            Renumbering.Between(before.Network, after.Network));
    }

    /// <summary>Nobody reaches anything that he did not reach before, and the other way round.</summary>
    public bool LeavesConnectivity => Difference.Cells.IsEmpty;

    /// <summary>What a host's own processes reach and a container asks its resolver: it comes with being there.</summary>
    public IEnumerable<ConnectivityChange> ByDefault => Connectivity.Where(c => c.Reach == Reach.Default);

    /// <summary>All but that.</summary>
    public IEnumerable<ConnectivityChange> Declared => Connectivity.Where(c => c.Reach != Reach.Default);
}
