using PodPlay.Connectivity;
using PodPlay.Lab;
using PodPlay.Model;

namespace PodPlay.Packets;

/// <summary>Oracle a in the words of oracle c: whether an attempt shall be answered, by whom, and whom that one sees. Follows the packet from
/// station to station; each has to have a permission for it.</summary>
internal sealed class Expectation(Network network, LabNetwork lab)
{
    private readonly ILookup<Host, Permission> _permissions = Analysis.Analyse(network).ToLookup(p => p.At);

    /// <summary>Null: nobody shall answer.</summary>
    public Answer? Of(Probe probe)
    {
        var (caller, called) = (probe.Caller, probe.Called);
        if (!LeavesItsHost(probe))
            return null;
        switch (called.Kind)
        {
            case CalledKind.Internet or CalledKind.Neighbour:
                return new(called.Name, null);
            case CalledKind.Router:
                return AtRouter(caller, called, probe.Protocol, probe.Port);
            case CalledKind.Container:
                return AtContainer(caller, called, probe.Protocol, probe.Port);
            default:
                return caller.Seat == Seat.Internet && !(called.Address.Family == Family.IPv6 && lab.Gate.Opens(probe.Protocol, called.Address, probe.Port))
                    ? null
                    : AtHost(caller, called.Host!, called.Address, probe.Protocol, probe.Port);
        }
    }

    /// <summary>The container, and its port, to which podman translates a port of a host.</summary>
    public static (Service Service, int Port)? PublishedAt(Host host, Address address, Protocol protocol, int port)
    {
        if (host.Rootless is not null || address != host.AddressOf(address.Family))
            return null;
        return host.Services
            .Where(s => s.Zone is { Attachment: null } zone && zone.SubnetOf(address.Family) is not null)
            .SelectMany(s => s.Ports.Where(p => p.Host is { } range && range.Contains(port) && p.Protocols.Contains(protocol)).Select(p => ((Service, int)?)(s, p.Container.First + port - p.Host!.Value.First)))
            .FirstOrDefault();
    }

    // From the LAN it is a hairpin: the host sees the router. What is not forwarded the router itself takes, but not from the internet.
    private Answer? AtRouter(Caller caller, Called called, Protocol protocol, int port)
    {
        var isFromLan = caller.Seat != Seat.Internet;
        if (lab.Gate.ForwardOf(protocol, port, isFromLan) is not { } forward)
            return isFromLan ? new(called.Name, null) : null;
        var seen = isFromLan ? lab.Callers.First(c => c.Seat == Seat.Router && c.Address.Family == Family.IPv4) : caller;
        return AtHost(seen, network.Hosts.Single(h => h.Addresses.Contains(forward.Host)), forward.Host, protocol, forward.Port);
    }

    private bool LeavesItsHost(Probe probe)
    {
        var (caller, called) = (probe.Caller, probe.Called);
        if (caller.Seat != Seat.Container || caller.Host == called.Host)
            return true;
        return _permissions[caller.Host!].Any(p => p.Way == Way.Egress && Speaks(p, probe.Protocol, called.Address.Family) && Is(p.From, caller, p.At) && p.Called.Contains(probe.Port)
            && (p.To is Target.HostAddresses to ? to.Addresses.Contains(called.Address) : IsInternet(called.Address)));
    }

    // From outside only what is published, or what the host itself takes; nobody from outside reaches a container by its own address.
    private Answer? AtHost(Caller caller, Host host, Address address, Protocol protocol, int port)
    {
        var own = _permissions[host].Where(p => Speaks(p, protocol, address.Family)).ToList();
        var published = PublishedAt(host, address, protocol, port);
        if (caller.Host == host)
        {
            if (published is { } inside)
                return AtService(caller, inside.Service, protocol, inside.Port, address.Family, isTranslated: true);
            var program = own.Find(p => p.Way == Way.ZoneToHost && Is(p.From, caller, host) && p.Called.Contains(port) && p.To is Target.HostAddresses to && to.Addresses.Contains(address));
            return program is null ? null : new(ServerOf(program, host, address, port), program.Called.Contains(53) && program.To is Target.HostAddresses { Service: null } ? null : $"{caller.Address}");
        }
        if (address == host.AddressOf(address.Family) && own.Find(p => p.Way == Way.Published && Is(p.From, caller, host) && p.Called.Contains(port)) is { To: Target.Containers { Service: var service } })
            return new(service.Replicas[0].Name, SeenFrom(caller));
        var taken = own.Find(p => p.Way == Way.HostPort && Is(p.From, caller, host) && p.Called.Contains(port) && p.To is Target.HostAddresses to && (to.Addresses.IsEmpty || to.Addresses.Contains(address)));
        return taken is null ? null : new(ServerOf(taken, host, address, port), SeenFrom(caller));
    }

    private static string ServerOf(Permission permission, Host host, Address address, int port) => permission.To switch
    {
        Target.HostAddresses { Service: { } service } => service.Name,
        Target.HostAddresses { Addresses: [var gateway] } when gateway == address && port == 53 => "resolver",
        _ => host.Name,
    };

    private Answer? AtContainer(Caller caller, Called called, Protocol protocol, int port)
    {
        if (caller.Host != called.Host)
            return null;
        if (called.Service is { } service && AtService(caller, service, protocol, port, called.Address.Family, isTranslated: false) is { } answer)
            return answer with { Server = called.Name };
        return _permissions[called.Host!].Any(p => p is { Way: Way.HostToContainer or Way.Unenforced, To: Target.AllContainers } && Speaks(p, protocol, called.Address.Family) && Is(p.From, caller, p.At))
            ? new(called.Name, null)
            : null;
    }

    // Netavark lets a callee in another zone see its own gateway, and in the same zone the caller, unless that came by way of the host.
    private Answer? AtService(Caller caller, Service service, Protocol protocol, int port, Family family, bool isTranslated)
    {
        var permission = _permissions[service.Host].FirstOrDefault(p => p.Way is Way.SameZone or Way.ZoneToZone or Way.HostToContainer && Speaks(p, protocol, family)
            && Is(p.From, caller, p.At) && p.Reached.Contains(port) && (p.To is Target.AllContainers || p.To is Target.Containers to && to.Service == service));
        var client = permission?.Way switch
        {
            Way.ZoneToZone => service.Zone!.SubnetOf(family)!.Gateway.ToString(),
            Way.SameZone when !isTranslated => caller.Address.ToString(),
            _ => null,
        };
        return permission is null ? null : new(service.Replicas[0].Name, client);
    }

    private static bool Speaks(Permission permission, Protocol protocol, Family family) => permission.Protocol == protocol && permission.Family == family;

    private bool Is(Origin origin, Caller caller, Host at) => origin switch
    {
        Origin.Anybody => caller.Host != at,
        Origin.Blocks blocks => caller.Host != at && Arriving(caller) is var address && blocks.Allowed.Any(b => b.Contains(address)) && !blocks.Except.Contains(address),
        Origin.WholeZone { Zone: var zone } => caller.Seat == Seat.Container && caller.Zone == zone && !caller.IsLinkLocal,
        Origin.Replicas { Service: var service } => caller.Seat == Seat.Container && caller.Service == service && !caller.IsLinkLocal,
        Origin.Processes processes => caller.Seat == Seat.Process && caller.Host == processes.Host && (caller.User == 0 || processes.OfAnyUser),
        _ => false,
    };

    /// <summary>What leaves a zone has its host's address afterwards.</summary>
    private static Address Arriving(Caller caller) => caller.Seat == Seat.Container ? caller.Host!.AddressOf(caller.Address.Family) ?? caller.Address : caller.Address;

    private static string SeenFrom(Caller caller) => Arriving(caller).ToString();

    // RFC 6890; the rest is somebody's.
    private static readonly Prefix[] NotInternet =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "fc00::/7", "fe80::/10", "ff00::/8" }.Select(Prefix.Parse),
    ];

    private bool IsInternet(Address address) =>
        !NotInternet.Concat(network.Router.Lan).Any(b => b.Contains(address)) && !network.Hosts.SelectMany(h => h.Addresses).Contains(address);
}
