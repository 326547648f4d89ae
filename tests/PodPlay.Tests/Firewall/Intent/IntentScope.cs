using System.Collections.Immutable;
using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>One host and one family, in the words of packets: what the intent of each hook is put together from.</summary>
internal sealed class IntentScope(Network network, Host host, Family family, Interfaces interfaces)
{
    public Network Network { get; } = network;

    public Host Host { get; } = host;

    public Family Family { get; } = family;

    public Interfaces Interfaces { get; } = interfaces;

    /// <summary>Zones whose bridges the host's own hooks see.</summary>
    public ImmutableArray<Zone> Zones { get; } = host.Rootless is null ? [.. host.Zones.Where(z => z.Attachment is null)] : [];

    public ImmutableArray<Permission> Permissions { get; } = [.. Analysis.Analyse(network).Where(p => p.At == host && p.Family == family)];

    public ValueSet All(Field field) => Universe.AllOf(field, Family);

    public ValueSet Of(IEnumerable<Prefix> blocks) => Universe.Of(blocks, Family);

    public ValueSet Of(IEnumerable<Address> addresses) => Universe.Of(addresses, Family);

    public ValueSet Bridge(Zone zone) => Interfaces.Named(zone.Bridge);

    public ValueSet SubnetOf(Zone zone) => Of(zone.Subnets.Select(s => s.Prefix));

    public ValueSet ZoneNets => ValueSet.Union(Zones.Select(SubnetOf));

    public ValueSet Containers(Service service) => Of(service.Replicas.SelectMany(r => r.Addresses));

    /// <summary>The LAN, link-local neighbours included.</summary>
    public ValueSet Lan => Of([.. Network.Router.Lan, LinkLocal]);

    public static Prefix LinkLocal { get; } = Prefix.Parse("fe80::/10");

    public static Prefix Loopback { get; } = Prefix.Parse("127.0.0.0/8");

    /// <summary>Ordinary users of Debian and the subordinate ids of their containers.</summary>
    public static ValueSet ContainerUsers { get; } = ValueSet.Union(ValueSet.Range(1000, 59999), ValueSet.Range(100000, 2000000000));

    public static Region Of(Protocol protocol) => Region.Everything.With(Field.Protocol, protocol == Protocol.Tcp ? Universe.Tcp : Universe.Udp);

    /// <summary>Where connections of an origin come in, and from which addresses. Processes of the host come in nowhere.</summary>
    public Region From(Origin origin) => origin switch
    {
        Origin.Anybody => Region.Everything.With(Field.InInterface, Interfaces.Outside),
        Origin.Blocks blocks => Region.Everything.With(Field.InInterface, Interfaces.Outside).With(Field.Source, Of(blocks.Allowed).Except(Of(blocks.Except))),
        Origin.WholeZone { Zone: var zone } => Region.Everything.With(Field.InInterface, Bridge(zone)).With(Field.Source, SubnetOf(zone)),
        Origin.Replicas { Service: var service } => Region.Everything.With(Field.InInterface, Bridge(service.Zone!)).With(Field.Source, Containers(service)),
        _ => throw new NotSupportedException($"{origin}"),
    };

    /// <summary>Under limits: the LAN is exempt from them, the others pass while they keep to them.</summary>
    public IEnumerable<Allowance> Limited(Region packets, Permission permission)
    {
        if (!permission.IsLimited)
            return [new(packets, permission.Because)];
        return
        [
            new(packets.With(Field.Source, Lan), permission.Because),
            new(packets.With(Field.Source, All(Field.Source).Except(Lan)), permission.Because, IsConditional: true),
        ];
    }

    /// <summary>What carries connections that exist already, whatever they are.</summary>
    public static Allowance Answers { get; } = new(Region.Everything.With(Field.State, PacketState.Known), "answers");

    public Region Icmp(params IEnumerable<int> types) =>
        Region.Everything.With(Field.Protocol, Family == Family.IPv4 ? Universe.Icmp : Universe.Icmp6).With(Field.IcmpType, types);

    /// <summary>Solicitation and advertisement by a neighbour: no router leaves the hop limit at 255.</summary>
    public IEnumerable<Allowance> NeighbourDiscovery(params IEnumerable<int> types) =>
        Family == Family.IPv6 ? [new(Icmp(types).With(Field.HopLimit, 255), "neighbour discovery")] : [];
}
