using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>
/// What passes between two ports of one bridge. Nobody tracks connections there: what opens one is judged, the rest of it passes.
/// A packet is podplay's when it has an address of a zone, or a link-local one between containers.
/// </summary>
internal static class BridgeIntent
{
    public static IEnumerable<Allowance> Of(IntentScope scope) =>
        [.. Foreign(scope), .. scope.NeighbourDiscovery(135, 136), .. Tracks(scope), .. scope.Permissions.Where(p => p.Way == Way.SameZone).SelectMany(p => Of(p, scope))];

    private static IEnumerable<Allowance> Of(Permission permission, IntentScope scope)
    {
        if (permission.To is not Target.Containers { Service: var service })
            throw new NotSupportedException($"{permission}");
        // Ports of a bridge, not bridges.
        var (callers, containers) = (scope.From(permission.From)[Field.Source]!, scope.Containers(service));
        var packets = IntentScope.Of(permission.Protocol).With(Field.Fragment, 0);
        yield return new(packets.With(Field.Source, callers).With(Field.Destination, containers).With(Field.Port, Universe.Of(permission.Reached)), permission.Because);
        if (permission.Protocol == Protocol.Udp)
            yield return new(packets.With(Field.Source, containers).With(Field.Destination, callers).With(Field.SourcePort, Universe.Of(permission.Reached)), $"{permission.Because} (answers)");
    }

    private static IEnumerable<Allowance> Foreign(IntentScope scope)
    {
        var zones = scope.ZoneNets;
        var neighbours = ValueSet.Union(zones, scope.Zones.IsEmpty ? ValueSet.Empty : scope.Of([IntentScope.LinkLocal]));
        var others = scope.Interfaces.Ports.Except(scope.Interfaces.ContainerPorts);
        Region NotIn(ValueSet addresses) => Region.Everything
            .With(Field.Source, scope.All(Field.Source).Except(addresses))
            .With(Field.Destination, scope.All(Field.Destination).Except(addresses));
        yield return new(NotIn(neighbours), "not podplay's");
        yield return new(NotIn(zones).With(Field.InInterface, others), "not podplay's");
        yield return new(NotIn(zones).With(Field.OutInterface, others), "not podplay's");
    }

    // Opens nothing: what belongs to a connection, the rest of a datagram, errors about either.
    private static IEnumerable<Allowance> Tracks(IntentScope scope)
    {
        var openings = Universe.Flags(f => (f & (Universe.Syn | Universe.Ack)) == Universe.Syn);
        Region[] harmless =
        [
            IntentScope.Of(Protocol.Tcp).With(Field.Fragment, 0).With(Field.Flags, scope.All(Field.Flags).Except(openings)),
            Region.Everything.With(Field.Fragment, 1),
            (scope.Family == Family.IPv4 ? scope.Icmp(3, 11, 12) : scope.Icmp(1, 2, 3, 4)).With(Field.Fragment, 0),
        ];
        foreach (var packets in harmless)
        {
            yield return new(packets.With(Field.Source, scope.ZoneNets), "opens nothing");
            yield return new(packets.With(Field.Destination, scope.ZoneNets), "opens nothing");
        }
    }
}
