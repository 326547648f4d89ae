using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>What a flow allows to callers on one host: into its zones, to its programs, and outward.</summary>
internal static class FlowInside
{
    public static IEnumerable<Permission> Of(Network network, Flow flow, Host host)
    {
        if (IsProcessOf(host, flow.From) && host.Rootless is null && flow.To is FlowEnd.OfService { Service: { Zone: { } callee } server } && server.Host == host)
            return FromHost(flow, host, server, callee);
        if (CallerOf(flow, host) is not { } caller)
            return [];
        return flow.To switch
        {
            FlowEnd.Internet => ToInternet(flow, host, caller),
            FlowEnd.OfService { Service: { } service } when service.Host != host => ToOtherHost(flow, host, caller, service),
            FlowEnd.OfService { Service: { Zone: { } zone } service } => ToContainers(flow, host, caller, service, zone),
            FlowEnd.OfService { Service: { } service } => ToHostService(flow, host, caller, service),
            _ => [],
        };
    }

    /// <summary>The host itself, or a service that shares its network.</summary>
    private static bool IsProcessOf(Host host, FlowEnd end) => end switch
    {
        FlowEnd.OfHost { Host: { } caller } => caller == host,
        FlowEnd.OfService { Service: { IsOnHostNetwork: true } service } => service.Host == host,
        _ => false,
    };

    // Which of its users runs the program, the spec does not say.
    private static IEnumerable<Permission> FromHost(Flow flow, Host host, Service service, Zone zone) =>
        from port in flow.Ports
        from protocol in port.Protocols
        from subnet in zone.Subnets
        select new Permission(host, new Origin.Processes(host, OfAnyUser: true), new Target.Containers(service), protocol, port.Container, port.Container,
            subnet.Family, Way.HostToContainer, flow.Path);

    /// <summary>The flow's client as an origin on this host; null for clients elsewhere and for processes of the host.</summary>
    private static (Origin Origin, Zone Zone)? CallerOf(Flow flow, Host host) => flow.From switch
    {
        FlowEnd.OfService { Service: { Zone: { } zone } service } when service.Host == host && host.Rootless is null => (new Origin.Replicas(service), zone),
        FlowEnd.OfZone { Zone: { } zone } when zone.Host == host && host.Rootless is null => (new Origin.WholeZone(zone), zone),
        _ => null,
    };

    private static IEnumerable<Permission> ToContainers(Flow flow, Host host, (Origin Origin, Zone Zone) caller, Service service, Zone zone) =>
        from port in flow.Ports
        from protocol in port.Protocols
        from subnet in caller.Zone.Subnets
        where zone.SubnetOf(subnet.Family) is not null
        select new Permission(host, caller.Origin, new Target.Containers(service), protocol, port.Container, port.Container, subnet.Family,
            caller.Zone == zone ? Way.SameZone : Way.ZoneToZone, flow.Path);

    private static IEnumerable<Permission> ToHostService(Flow flow, Host host, (Origin Origin, Zone Zone) caller, Service service) =>
        from port in flow.Ports
        from protocol in port.Protocols
        from subnet in caller.Zone.Subnets
        where host.AddressOf(subnet.Family) is not null
        select new Permission(host, caller.Origin, new Target.HostAddresses(host, service, [.. host.Addresses.Where(a => a.Family == subnet.Family)]),
            protocol, port.Container, port.Container, subnet.Family, Way.ZoneToHost, flow.Path);

    // The way out of the caller's host; the callee's host lets it in by a permission of its own.
    private static IEnumerable<Permission> ToOtherHost(Flow flow, Host host, (Origin Origin, Zone Zone) caller, Service service) =>
        from port in flow.Ports
        where port.Host is not null
        from protocol in port.Protocols
        from subnet in caller.Zone.Subnets
        where service.Host.AddressOf(subnet.Family) is not null
        select new Permission(host, caller.Origin, new Target.HostAddresses(service.Host, service, [.. service.Host.Addresses.Where(a => a.Family == subnet.Family)]),
            protocol, port.Host!.Value, port.Container, subnet.Family, Way.Egress, flow.Path);

    private static IEnumerable<Permission> ToInternet(Flow flow, Host host, (Origin Origin, Zone Zone) caller)
    {
        var ports = flow.InternetPorts.IsEmpty
            ? [new InternetPort(Protocol.Tcp, Analysis.AnyPort), new InternetPort(Protocol.Udp, Analysis.AnyPort)]
            : flow.InternetPorts.AsEnumerable();
        return
            from port in ports
            from subnet in caller.Zone.Subnets
            select new Permission(host, caller.Origin, new Target.Internet(), port.Protocol, port.Ports, port.Ports, subnet.Family, Way.Egress, flow.Path);
    }
}
