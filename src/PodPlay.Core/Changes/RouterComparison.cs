using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Changes;

/// <summary>The router's clicks: what is to be added, changed and removed.</summary>
internal static class RouterComparison
{
    /// <summary>IPv4 first, by outside port.</summary>
    public static ImmutableArray<ClickChange> Between(Network before, Network after)
    {
        var (was, now) = (RouterOpenings.Of(before), RouterOpenings.Of(after));
        return
        [
            .. Differ(was.Forwards.Select(Opening.Of), now.Forwards.Select(Opening.Of)),
            .. Differ(was.Pinholes.Select(Opening.Of), now.Pinholes.Select(Opening.Of)),
        ];
    }

    // What leads to the same place is the same, whatever the service is called. A port that leads elsewhere is one line to edit.
    private static IEnumerable<ClickChange> Differ(IEnumerable<Opening> was, IEnumerable<Opening> now)
    {
        var (earlier, later) = (was.ToList(), now.ToList());
        var gone = earlier.ExceptBy(later.Select(l => l.Key), e => e.Key).ToList();
        var come = later.ExceptBy(earlier.Select(e => e.Key), l => l.Key).ToList();
        var changed = gone.Join(come, g => g.Outside, c => c.Outside, (g, c) => (Before: g, After: c)).DistinctBy(p => p.Before.Key).DistinctBy(p => p.After.Key).ToList();
        return changed.Select(c => Click(c.Before, c.After))
            .Concat(gone.Where(g => !changed.Exists(c => c.Before == g)).Select(g => Click(g, null)))
            .Concat(come.Where(n => !changed.Exists(c => c.After == n)).Select(n => Click(null, n)))
            .OrderBy(c => c.Outside).ThenBy(c => c.Protocol).ThenBy(c => c.After ?? c.Before, StringComparer.Ordinal);
    }

    private static ClickChange Click(Opening? before, Opening? after)
    {
        var (family, protocol, ports) = (after ?? before)!.Outside;
        return new(family, protocol, ports, before?.Target, after?.Target, (after ?? before)!.For);
    }

    private sealed record Opening((Family Family, Protocol Protocol, PortRange Ports) Outside, string Target, string For)
    {
        public (object Outside, string Target) Key => (Outside, Target);

        public static Opening Of(Forward forward) =>
            new((Family.IPv4, forward.Protocol, forward.Outside), $"{forward.Host.Bracketed}:{forward.Inside}", $"{forward.Service.Name}.{forward.Port.Name}");

        public static Opening Of(Pinhole pinhole) =>
            new((Family.IPv6, pinhole.Protocol, pinhole.Ports), $"{pinhole.Host.Bracketed}:{pinhole.Ports}", $"{pinhole.Service.Name}.{pinhole.Port.Name}");
    }
}
