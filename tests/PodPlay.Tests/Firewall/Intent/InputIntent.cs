using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>What the host itself takes.</summary>
internal static class InputIntent
{
    public static IEnumerable<Allowance> Of(IntentScope scope) =>
    [
        new(Region.Everything.With(Field.InInterface, scope.Interfaces.Loopback), "loopback"),
        IntentScope.Answers,
        .. Infrastructure(scope).Select(a => a with { Packets = a.Packets.With(Field.State, PacketState.Opening) }),
        .. scope.Permissions.SelectMany(p => Of(p, scope)).Select(a => a with { Packets = a.Packets.With(Field.State, PacketState.Opening) }),
    ];

    private static IEnumerable<Allowance> Of(Permission permission, IntentScope scope)
    {
        if (permission is not { Way: Way.HostPort or Way.ZoneToHost, To: Target.HostAddresses target } || TranslationIntent.IsTranslated(permission, scope))
            return [];
        var packets = scope.From(permission.From).And(IntentScope.Of(permission.Protocol)).With(Field.Port, Universe.Of(permission.Called));
        return scope.Limited(target.Addresses.IsEmpty ? packets : packets.With(Field.Destination, scope.Of(target.Addresses)), permission);
    }

    /// <summary>What a host on a network needs and no spec speaks of. ICMP as RFC 4890 (IPv6) says; answers to a DHCP client are not
    /// "established", since it asks by broadcast.</summary>
    private static IEnumerable<Allowance> Infrastructure(IntentScope scope)
    {
        var outside = Region.Everything.With(Field.InInterface, scope.Interfaces.Outside).And(IntentScope.Of(Protocol.Udp));
        if (scope.Family == Family.IPv4)
        {
            yield return new(scope.Icmp(8), "ping", IsConditional: true);
            yield return new(outside.With(Field.SourcePort, 67).With(Field.Port, 68), "DHCP");
            yield break;
        }
        yield return new(scope.Icmp(128), "ping", IsConditional: true);
        yield return new(scope.Icmp(1, 2, 3, 4), "ICMPv6 errors");
        yield return new(scope.Icmp(130, 131, 132, 143).With(Field.Source, scope.Of([IntentScope.LinkLocal, Prefix.Parse("::/128")])), "multicast listeners");
        foreach (var allowance in scope.NeighbourDiscovery(133, 134, 135, 136))
            yield return allowance;
        yield return new(outside.With(Field.Source, scope.Of([IntentScope.LinkLocal])).With(Field.SourcePort, 547).With(Field.Port, 546), "DHCPv6");
    }
}
