using System.Collections.Immutable;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Ports of a change that have one reason.</summary>
/// <param name="Ports">By protocol, then number; a range once for each family set.</param>
/// <param name="Via">The stations in between, for people; of IPv4 where there is one.</param>
/// <param name="Because">The spec paths that allow it, or did.</param>
public sealed record PortLine(ImmutableArray<FamilyPorts> Ports, string Via, ImmutableArray<string> Because)
{
    public override string ToString() => FamilyPorts.Text(Ports);
}
