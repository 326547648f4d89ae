using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>A port that is met on the host's own addresses, from outside.</summary>
internal static class ExposedPort
{
    public static IEnumerable<Permission> Of(Network network, Service service, Port port, Origin from, string because)
    {
        foreach (var protocol in port.Protocols)
        {
            foreach (var family in new[] { Family.IPv4, Family.IPv6 }.Where(f => IsServed(service, f)))
            {
                foreach (var called in CalledPorts(port, family))
                    yield return PermissionOf(service, port, from, protocol, family, called, because);
            }
        }
    }

    /// <summary>A container needs an address of the family, and so does its host.</summary>
    private static bool IsServed(Service service, Family family) =>
        service.Host.AddressOf(family) is not null && (service.Zone is null || service.Zone.SubnetOf(family) is not null);

    // IPv6 passes no translating router: the router's port is called on the host itself, which answers there too.
    private static IEnumerable<PortRange> CalledPorts(Port port, Family family)
    {
        yield return port.Host!.Value;
        if (family == Family.IPv6 && port.Router is { } router && router != port.Host)
            yield return router;
    }

    private static Permission PermissionOf(Service service, Port port, Origin from, Protocol protocol, Family family, PortRange called, string because)
    {
        var translated = service.Zone is not null && service.Host.Rootless is null;
        Target target = translated ? new Target.Containers(service) : new Target.HostAddresses(service.Host, service, []);
        return new(service.Host, from, target, protocol, called, port.Container, family, translated ? Way.Published : Way.HostPort, because)
        {
            IsLimited = service.Limits is not null,
            Router = port.Router is { } router && from is Origin.Anybody && (family == Family.IPv6 ? called == router : true) ? router : null,
        };
    }
}
