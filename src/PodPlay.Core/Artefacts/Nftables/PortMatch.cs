using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Ports in nft's words.</summary>
internal static class PortMatch
{
    /// <summary>One match for each protocol: <c>tcp dport 5432</c>, <c>udp dport { 53, 6000-6010 }</c>.</summary>
    /// <param name="field"><c>dport</c> or <c>sport</c>.</param>
    public static IEnumerable<string> Of(IEnumerable<(Protocol Protocol, PortRange Ports)> ports, string field = "dport")
    {
        foreach (var group in ports.GroupBy(p => p.Protocol).OrderBy(g => g.Key))
        {
            var ranges = Merge(group.Select(p => p.Ports));
            yield return ranges.Length == 1
                ? $"{group.Key.Word()} {field} {ranges[0]}"
                : $"{group.Key.Word()} {field} {{ {string.Join(", ", ranges)} }}";
        }
    }

    /// <summary>What the program listens on.</summary>
    public static IEnumerable<(Protocol Protocol, PortRange Ports)> InContainer(IEnumerable<Port> ports) =>
        ports.SelectMany(p => p.Protocols.Select(protocol => (protocol, p.Container)));

    /// <summary>Where they are met on the host; ports that are not are left out.</summary>
    public static IEnumerable<(Protocol Protocol, PortRange Ports)> OnHost(IEnumerable<Port> ports) =>
        ports.SelectMany(p => p.Host is { } host ? p.Protocols.Select(protocol => (protocol, host)) : []);

    // Overlapping intervals in one set are an error.
    private static ImmutableArray<PortRange> Merge(IEnumerable<PortRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var range in ranges.OrderBy(r => r))
        {
            if (merged.Count > 0 && merged[^1] is var last && range.First <= last.Last)
                merged[^1] = new PortRange(last.First, Math.Max(last.Last, range.Last));
            else
                merged.Add(range);
        }
        return merged.ToImmutable();
    }
}
