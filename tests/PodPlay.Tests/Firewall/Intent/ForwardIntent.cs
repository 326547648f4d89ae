using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>What passes through the host.</summary>
internal static class ForwardIntent
{
    // RFC 6890 and its successors: nothing there is the internet.
    private static readonly Prefix[] NotInternet =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "::ffff:0:0/96", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(Prefix.Parse),
    ];

    public static IEnumerable<Allowance> Of(IntentScope scope) =>
    [
        new(Region.Everything.With(Field.InInterface, scope.Interfaces.Outside).With(Field.OutInterface, scope.Interfaces.Outside), "not podplay's"),
        IntentScope.Answers,
        .. scope.NeighbourDiscovery(135, 136).Select(Opening),
        .. EveryProtocol(scope).Select(Opening),
        .. scope.Permissions.SelectMany(p => Of(p, scope)).Select(Opening),
    ];

    private static Allowance Opening(Allowance allowance) => allowance with { Packets = allowance.Packets.With(Field.State, PacketState.Opening) };

    private static IEnumerable<Allowance> Of(Permission permission, IntentScope scope)
    {
        switch (permission.Way, permission.To)
        {
            case (Way.Published, Target.Containers { Service: var service }):
                return Published(permission, service, scope);
            case (Way.ZoneToZone or Way.SameZone, Target.Containers { Service: var service }):
                return [new(To(service, permission, scope).With(Field.Port, Universe.Of(permission.Reached)), permission.Because)];
            case (Way.Egress, Target.Internet):
                return [new(Outward(permission.From, scope).And(IntentScope.Of(permission.Protocol)).With(Field.Port, Universe.Of(permission.Called)), permission.Because)];
            case (Way.Egress, Target.HostAddresses { Addresses: var addresses }):
                var packets = scope.From(permission.From).And(IntentScope.Of(permission.Protocol)).With(Field.Port, Universe.Of(permission.Called));
                return [new(packets.With(Field.OutInterface, scope.Interfaces.Outside).With(Field.Destination, scope.Of(addresses)), permission.Because)];
            default:
                return [];
        }
    }

    // Only translated, and all of it together: the port that was called, the container, its port, the caller. Which port of a range
    // becomes which is decided by the translation, not here; a router's port is translated by our own table, one by one.
    private static IEnumerable<Allowance> Published(Permission permission, Service service, IntentScope scope)
    {
        var packets = To(service, permission, scope).With(Field.Translated, 1);
        var pairs = TranslationIntent.IsTranslated(permission, scope)
            ? Enumerable.Range(0, Math.Min(permission.Called.Count, permission.Reached.Count)).Select(i => (Called: new PortRange(permission.Called.First + i), Reached: new PortRange(permission.Reached.First + i)))
            : [(permission.Called, permission.Reached)];
        return pairs.SelectMany(p => scope.Limited(packets.With(Field.CalledPort, Universe.Of(p.Called)).With(Field.Port, Universe.Of(p.Reached)), permission));
    }

    private static Region To(Service service, Permission permission, IntentScope scope) => scope.From(permission.From)
        .With(Field.OutInterface, scope.Bridge(service.Zone!))
        .With(Field.Destination, scope.Containers(service))
        .And(IntentScope.Of(permission.Protocol));

    private static Region Outward(Origin origin, IntentScope scope)
    {
        var own = scope.Network.Hosts.SelectMany(h => h.Addresses).Select(Prefix.Of).Concat(scope.Network.Zones.SelectMany(z => z.Subnets).Select(s => s.Prefix));
        var inside = ValueSet.Union(scope.Of(NotInternet), scope.Lan, scope.Of(own));
        return scope.From(origin).With(Field.OutInterface, scope.Interfaces.Outside).With(Field.Destination, scope.All(Field.Destination).Except(inside));
    }

    // "internet" without a port means what it says: ping, and protocols that have no ports.
    private static IEnumerable<Allowance> EveryProtocol(IntentScope scope)
    {
        var others = scope.All(Field.Protocol).Except(ValueSet.Of(Universe.Tcp, Universe.Udp));
        foreach (var zone in scope.Zones.Where(z => z.HasEgress))
            yield return new(Outward(new Origin.WholeZone(zone), scope).With(Field.Protocol, others), $"zones.{zone.Name}.egress");
        foreach (var flow in scope.Network.Flows.Where(f => f is { To: FlowEnd.Internet, InternetPorts.IsEmpty: true }))
        {
            Origin? origin = flow.From switch
            {
                FlowEnd.OfZone { Zone: var zone } when scope.Zones.Contains(zone) => new Origin.WholeZone(zone),
                FlowEnd.OfService { Service: { Zone: { } zone } service } when scope.Zones.Contains(zone) => new Origin.Replicas(service),
                _ => null,
            };
            if (origin is not null)
                yield return new(Outward(origin, scope).With(Field.Protocol, others), flow.Path);
        }
    }
}
