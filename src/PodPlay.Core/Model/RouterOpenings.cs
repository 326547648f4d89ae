using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>All that a router has to open for the public ports. Every table of clicks and every router's configuration is made of
/// these two lists.</summary>
public sealed record RouterOpenings(ImmutableArray<Forward> Forwards, ImmutableArray<Pinhole> Pinholes)
{
    public bool IsEmpty => Forwards.IsEmpty && Pinholes.IsEmpty;

    /// <returns>Both lists in the order of outside ports, protocols and paths.</returns>
    public static RouterOpenings Of(Network network)
    {
        var ports =
            from service in network.Services
            from port in service.Ports
            where port.Router is not null
            from protocol in port.Protocols
            orderby port.Router!.Value, protocol, port.Path
            select (Service: service, Port: port, Protocol: protocol);
        var all = ports.ToList();
        var splitDns = HasSplitDns(network);
        return new(
            [.. all.SelectMany(p => ForwardsOf(p.Service, p.Port, p.Protocol, splitDns))],
            [.. all.SelectMany(p => PinholesOf(p.Service, p.Port, p.Protocol))]);
    }

    // Neither nft nor RouterOS says which port of a range becomes which one of another range: one by one where they differ.
    private static IEnumerable<Forward> ForwardsOf(Service service, Port port, Protocol protocol, bool splitDns)
    {
        if (!IsServed(service, port, Family.IPv4) || service.Host.AddressOf(Family.IPv4) is not { } host)
            yield break;
        var (outside, inside) = (port.Router!.Value, port.Host!.Value);
        if (outside == inside)
            yield return new(service, port, protocol, outside, host, inside, !splitDns || !service.KeepsPorts(p => p.Host));
        for (var i = 0; outside != inside && i < Math.Min(outside.Count, inside.Count); i++)
            yield return new(service, port, protocol, new(outside.First + i), host, new(inside.First + i), NeedsHairpin: true);
    }

    private static IEnumerable<Pinhole> PinholesOf(Service service, Port port, Protocol protocol)
    {
        if (!IsServed(service, port, Family.IPv6) || service.Host.AddressOf(Family.IPv6) is not { IsUniqueLocal: false } host)
            yield break;
        var called = port.Router!.Value;
        if (port.Host == called)
            yield return new(service, port, protocol, called, host);
        else
        {
            foreach (var free in Runs(Enumerable.Range(called.First, called.Count).Where(n => !IsTaken(service.Host, port, protocol, n))))
                yield return new(service, port, protocol, free, host);
        }
    }

    private static bool IsServed(Service service, Port port, Family family) =>
        (service.Zone is null || service.Zone.SubnetOf(family) is not null) && (port.From is not { } source || source.Of(family).Any());

    // The host leads the router's port to its own one only where nothing else of the host has that number (and ssh keeps its own).
    private static bool IsTaken(Host host, Port port, Protocol protocol, int number) =>
        (protocol == Protocol.Tcp && host.Admin?.SshPort == number)
        || host.Services.SelectMany(s => s.Ports).Any(p => p != port && p.Host is { } own && own.Contains(number) && p.Protocols.Contains(protocol));

    private static IEnumerable<PortRange> Runs(IEnumerable<int> numbers)
    {
        PortRange? run = null;
        foreach (var number in numbers)
        {
            if (run is { } open && open.Last + 1 == number)
                run = open with { Last = number };
            else
            {
                if (run is { } done)
                    yield return done;
                run = new(number);
            }
        }
        if (run is { } last)
            yield return last;
    }

    /// <summary>Whether a name server of the spec tells the LAN the hosts' own addresses: then its clients need no way over the router's
    /// outside, except to a service one of whose ports has another number there (<see cref="Meeting.Inside"/>).</summary>
    private static bool HasSplitDns(Network network)
    {
        var domains = network.Services
            .Where(s => s.Ports.Any(p => p.Exposure != Exposure.Private && p.Container.Contains(53)))
            .SelectMany(s => s.Resolves)
            .Where(d => d != network.Domain)
            .ToList();
        var names = network.Certificates.SelectMany(c => c.Names).Concat(network.Services.SelectMany(s => s.VirtualHosts).Select(v => v.Name));
        return domains.Count > 0 && names.All(n => domains.Exists(d => n == d || n.EndsWith($".{d}", StringComparison.Ordinal)));
    }
}
