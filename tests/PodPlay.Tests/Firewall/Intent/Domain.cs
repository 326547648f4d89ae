using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>Which packets there are at a hook. Everything that a packet could be, but what no kernel brings there.</summary>
internal static class Domain
{
    public static IEnumerable<Region> Raw(IntentScope scope) => Protocols(scope.Family, false)
        .Select(p => p.With(Field.InInterface, scope.Interfaces.Routed));

    public static IEnumerable<Region> Input(IntentScope scope) => Protocols(scope.Family, false)
        .Select(p => p.With(Field.InInterface, scope.Interfaces.Routed).With(Field.State, PacketState.Any).With(Field.User, Nobody));

    public static IEnumerable<Region> Output(IntentScope scope) => Protocols(scope.Family, false)
        .Select(p => p.With(Field.OutInterface, scope.Interfaces.Routed).With(Field.State, PacketState.Any));

    /// <summary>A packet leaves by the bridge that has its destination; anything may leave elsewhere (a bridge may be down).</summary>
    public static IEnumerable<Region> Forward(IntentScope scope)
    {
        var outside = scope.Interfaces.Outside;
        foreach (var packets in Forwarded(scope))
        {
            // Whoever forwards counts down first.
            var routed = packets.With(Field.HopLimit, ValueSet.Range(0, 254)).With(Field.InInterface, ValueSet.Union(outside, scope.Interfaces.Managed));
            yield return routed.With(Field.OutInterface, outside);
            foreach (var zone in scope.Zones)
                yield return routed.With(Field.OutInterface, scope.Bridge(zone)).With(Field.Destination, scope.SubnetOf(zone));
        }
    }

    /// <summary>With br_netfilter: in and out by the same bridge, unrouted, whatever the address.</summary>
    public static IEnumerable<Region> ForwardInBridge(IntentScope scope) =>
        from packets in Forwarded(scope)
        from zone in scope.Zones
        select packets.With(Field.InInterface, scope.Bridge(zone)).With(Field.OutInterface, scope.Bridge(zone));

    public static IEnumerable<Region> Bridge(IntentScope scope) => Protocols(scope.Family, true)
        .Select(p => p.With(Field.InInterface, scope.Interfaces.Ports).With(Field.OutInterface, scope.Interfaces.Ports));

    private static IEnumerable<Region> Forwarded(IntentScope scope) =>
        Protocols(scope.Family, false).Select(p => p.With(Field.State, PacketState.Any).With(Field.User, Nobody));

    private static ValueSet Nobody { get; } = ValueSet.Range(Universe.Nobody, Universe.Nobody);

    // A protocol has only the fields that it has. The IP families see no fragments: connection tracking puts them together.
    private static IEnumerable<Region> Protocols(Family family, bool withFragments)
    {
        var ports = ValueSet.Range(1, 65535);
        var whole = Region.Everything.With(Field.Fragment, 0);
        var tcp = ValueSet.Of(Universe.Tcp);
        var icmp = ValueSet.Of(Universe.Icmp, Universe.Icmp6);
        var others = ValueSet.Union(ValueSet.Of(Universe.Udp), Universe.OtherWithPorts);
        var none = Universe.AllOf(Field.Protocol, family).Except(ValueSet.Union(tcp, icmp, others));
        Region WithPorts(Region r) => r.With(Field.SourcePort, ports).With(Field.Port, ports).With(Field.CalledPort, ports).With(Field.IcmpType, 0);
        Region Without(Region r) => r.With(Field.SourcePort, 0).With(Field.Port, 0).With(Field.CalledPort, 0).With(Field.Flags, 0);
        yield return WithPorts(whole.With(Field.Protocol, tcp));
        yield return WithPorts(whole.With(Field.Protocol, others).With(Field.Flags, 0));
        yield return Without(whole.With(Field.Protocol, icmp));
        yield return Without(whole.With(Field.Protocol, none).With(Field.IcmpType, 0));
        if (withFragments)
            yield return Without(Region.Everything.With(Field.Fragment, 1).With(Field.IcmpType, 0));
    }
}
