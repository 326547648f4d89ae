using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>A port that is met on the host's own addresses, from outside.</summary>
internal static class ExposedPort
{
    public static IEnumerable<Permission> Of(Network network, Service service, Port port, Origin from, string because)
    {
        foreach (var protocol in port.Protocols)
        {
            foreach (var family in new[] { Family.IPv4, Family.IPv6 }.Where(service.IsServed))
            {
                foreach (var (called, reached) in CalledPorts(service.Host, port, protocol, family))
                    yield return PermissionOf(service, port, from, protocol, family, called, reached, because);
            }
        }
    }

    // IPv6 passes no translating router: the router's port is called on the host itself, which answers there too, unless something
    // else on the host has that very port.
    private static IEnumerable<(PortRange Called, PortRange Reached)> CalledPorts(Host host, Port port, Protocol protocol, Family family)
    {
        yield return (port.Host!.Value, port.Container);
        if (family != Family.IPv6 || port.Router is not { } router || router == port.Host)
            yield break;
        var free = Enumerable.Range(0, Math.Min(router.Count, port.Container.Count)).Where(i => !IsTaken(host, protocol, router.First + i)).ToList();
        if (free.Count == router.Count)
            yield return (router, port.Container);
        else
        {
            foreach (var i in free)
                yield return (new(router.First + i), new(port.Container.First + i));
        }
    }

    private static bool IsTaken(Host host, Protocol protocol, int port) =>
        (protocol == Protocol.Tcp && host.Admin?.SshPort == port)
        || host.Services.SelectMany(s => s.Ports).Any(p => p.Host is { } own && own.Contains(port) && p.Protocols.Contains(protocol));

    // Nobody routes unique-local addresses on the internet (RFC 4193), so the router has nothing to let in.
    private static bool IsOnInternet(Host host) => host.AddressOf(Family.IPv6) is { IsUniqueLocal: false };

    private static Permission PermissionOf(
        Service service, Port port, Origin from, Protocol protocol, Family family, PortRange called, PortRange reached, string because)
    {
        var translated = service.Zone is not null && service.Host.Rootless is null;
        Target target = translated ? new Target.Containers(service) : new Target.HostAddresses(service.Host, service, service.HostListeners(family));
        return new(service.Host, from, target, protocol, called, reached, family, translated ? Way.Published : Way.HostPort, because)
        {
            IsLimited = service.Limits is { CountsConnections: true },
            Router = from is not Origin.Anybody || port.Router is not { } router ? null
                : family == Family.IPv4 ? router
                : IsOnInternet(service.Host) && called.First >= router.First && called.Last <= router.Last ? called : null,
        };
    }
}
