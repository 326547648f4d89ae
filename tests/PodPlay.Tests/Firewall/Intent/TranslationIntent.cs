using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>
/// IPv6 passes no translating router: who calls the router's port calls it on the host, which leads it to the container's port, or to
/// the port on which the host's program listens. Everything else netavark translates.
/// </summary>
internal static class TranslationIntent
{
    /// <summary>Each address and port, with the packets that are sent there.</summary>
    public static IEnumerable<(Region Packets, string Address, int Port, string Because)> Of(IntentScope scope)
    {
        foreach (var permission in scope.Permissions.Where(p => IsTranslated(p, scope)))
        {
            var (address, ports) = permission.To is Target.Containers { Service: var service }
                ? (service.Replicas[0].AddressOf(Family.IPv6)!.Value, permission.Reached)
                : (scope.Host.AddressOf(Family.IPv6)!.Value, PortOf(permission, scope)!.Host!.Value);
            for (var i = 0; i < Math.Min(permission.Called.Count, ports.Count); i++)
            {
                // Whoever may call: who may not is dropped afterwards.
                var packets = Region.Everything
                    .With(Field.InInterface, scope.Interfaces.Outside)
                    .With(Field.Destination, scope.Of([scope.Host.AddressOf(Family.IPv6)!.Value]))
                    .And(IntentScope.Of(permission.Protocol))
                    .With(Field.Port, permission.Called.First + i);
                yield return (packets, address.ToString(), ports.First + i, permission.Because);
            }
        }
    }

    /// <summary>Whether the port called is the router's and not one that the host publishes.</summary>
    public static bool IsTranslated(Permission permission, IntentScope scope) =>
        permission is { Family: Family.IPv6, Way: Way.Published or Way.HostPort } && PortOf(permission, scope) is { } port && !Covers(port.Host!.Value, permission.Called);

    private static Port? PortOf(Permission permission, IntentScope scope)
    {
        var service = permission.To switch
        {
            Target.Containers { Service: var s } => s,
            Target.HostAddresses { Service: { } s } => s,
            _ => null,
        };
        return service?.Ports.FirstOrDefault(p =>
            Covers(p.Container, permission.Reached) && p.Protocols.Contains(permission.Protocol) && p.Host is { } host
            && (Covers(host, permission.Called) || p.Router is { } router && Covers(router, permission.Called)));
    }

    private static bool Covers(PortRange range, PortRange part) => range.First <= part.First && part.Last <= range.Last;
}
