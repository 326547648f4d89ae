using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>A port range of a protocol.</summary>
/// <param name="Family">Null: both.</param>
public readonly record struct FamilyPorts(Protocol Protocol, PortRange Ports, Family? Family) : IComparable<FamilyPorts>
{
    /// <summary>One for each range: both families where both have it.</summary>
    public static ImmutableArray<FamilyPorts> Merge(IEnumerable<FamilyPorts> ports) =>
    [
        .. ports.GroupBy(p => (p.Protocol, p.Ports))
            .Select(g => new FamilyPorts(g.Key.Protocol, g.Key.Ports, g.Select(p => p.Family).Distinct().Count() == 1 ? g.First().Family : null))
            .Order(),
    ];

    /// <summary><c>25, 465/tcp, 53/tcp+udp, 80/tcp (IPv6)</c>.</summary>
    public static string Text(IEnumerable<FamilyPorts> ports) => string.Join(
        ", ",
        ports.GroupBy(p => (p.Ports, p.Family))
            .Select(g => (g.Key.Ports, g.Key.Family, Protocols: string.Join("+", g.Select(p => p.Protocol.Word()).Distinct())))
            .GroupBy(p => (p.Protocols, p.Family))
            .OrderBy(g => g.Key.Family is not null)
            .Select(g => $"{Numbers(g.Select(p => p.Ports), g.Key.Protocols)}{(g.Key.Family is { } family ? $" ({family})" : "")}"));

    public int CompareTo(FamilyPorts other) => (Protocol, Ports, Family).CompareTo((other.Protocol, other.Ports, other.Family));

    private static string Numbers(IEnumerable<PortRange> ports, string protocols) =>
        ports.ToList() is [var one] && one == Analysis.AnyPort ? protocols == "tcp+udp" ? "any port" : $"any port/{protocols}" : $"{string.Join(", ", ports)}/{protocols}";
}
