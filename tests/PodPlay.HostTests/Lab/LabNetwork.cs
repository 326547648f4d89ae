using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>
/// A spec's network in namespaces: its hosts and a LAN around them, the router, the internet, every source, every container, and one
/// container that no spec knows in each zone. Says who calls, who is called, and how it is wired.
/// </summary>
/// <remarks>What is on a host's own bridges podman's netavark makes (<see cref="Netavark"/>).</remarks>
internal sealed class LabNetwork
{
    public const string Router = "router";
    public const string Internet = "internet";
    public const string Lan = "lan";
    private const string Distant = "distant";
    private const string Stranger = "stranger";

    private readonly Addresses _addresses;
    private readonly List<Caller> _callers = [];
    private readonly List<Called> _called = [];

    public LabNetwork(Network network)
    {
        Network = network;
        _addresses = new(network);
        Gate = new(network);
        foreach (var name in new[] { Router, Internet, Lan, Distant, Stranger })
            Wiring.AddNamespace(name);
        MakeRouter();
        MakeInternet();
        MakeLan();
        foreach (var host in network.Hosts)
            MakeHost(host);
        MakeStranger();
    }

    public Network Network { get; }

    public Wiring Wiring { get; } = new();

    public IReadOnlyList<Caller> Callers => _callers;

    public IReadOnlyList<Called> Called => _called;

    /// <summary>What the router does.</summary>
    public LabRouter Gate { get; }

    /// <summary>The address by which the internet knows the router.</summary>
    public Address PublicAddress(Family family) => Network.Router.PublicOf(family).Select(a => (Address?)a).FirstOrDefault() ?? _addresses.OfInternet(family, 1);

    /// <summary>The interface of a host towards the LAN.</summary>
    public static string UplinkOf(Host host) => host.Uplink ?? "eth0";

    /// <summary>Where a host's bridges are: in its own namespace, or in the one that podman makes for a rootless user.</summary>
    public static string BridgesOf(Host host) => host.Rootless is null ? host.Name : $"{host.Name}.user";

    public static string ContainerOf(Replica replica) => $"{replica.Service.Host.Name}.{replica.Name}";

    /// <summary>The container of a zone that no spec knows.</summary>
    public static string OthersOf(Zone zone) => $"{zone.Host.Name}.others-{zone.Name}";

    /// <summary>An address that podman might give to a container without a fixed one.</summary>
    public static Address OthersOf(Subnet subnet) => subnet.DynamicRange.First.Plus(4);

    private static Family[] Families { get; } = [Family.IPv4, Family.IPv6];

    private static int Bits(Family family) => family == Family.IPv4 ? 32 : 128;

    private void MakeRouter()
    {
        Wiring.Ip(Router, $"link add {Gate.Lan} type bridge");
        Wiring.Ip(Router, $"link set {Gate.Lan} up");
        Wiring.Ip(Router, $"address add fe80::1/64 dev {Gate.Lan}");
        Address[] addresses = Network.Router.Addresses.IsEmpty ? [.. new[] { _addresses.OnLan(Family.IPv4, 200) }.OfType<Address>()] : [.. Network.Router.Addresses];
        foreach (var address in addresses)
        {
            Wiring.Ip(Router, $"address add {address}/{_addresses.LinkOf(address).Length} dev {Gate.Lan}");
            var party = _addresses.PartyOf(address);
            _callers.Add(new("router", Router, address, Seat.Router, party));
            _called.Add(new("router", Router, address, CalledKind.Neighbour, null));
        }
        foreach (var link in Network.Hosts.SelectMany(h => h.Addresses).Where(a => a.Family == Family.IPv6).Select(_addresses.LinkOf).Distinct())
            Wiring.Ip(Router, $"route replace {link} dev {Gate.Lan}");
        foreach (var host in Network.Hosts)
            RouteToZones(Router, Gate.Lan, host);
    }

    private string Gateway(Family family) => family == Family.IPv6 ? "fe80::1"
        : _callers.First(c => c.Seat == Seat.Router && c.Address.Family == Family.IPv4).Address.ToString();

    private void MakeInternet()
    {
        Wiring.Connect(Router, Gate.Wan, Internet, "eth0");
        foreach (var family in Families)
        {
            var (router, link, server) = (PublicAddress(family), _addresses.OfInternet(family, 2), _addresses.OfInternet(family, 9));
            var length = family == Family.IPv4 ? 24 : 64;
            Wiring.Ip(Router, $"address add {link}/{length} dev {Gate.Wan}");
            Wiring.Ip(Router, $"address add {router}/{Bits(family)} dev {Gate.Wan}");
            Wiring.Ip(Internet, $"address add {server}/{length} dev eth0");
            _callers.Add(new("internet", Internet, server, Seat.Internet, new Party.Internet()));
            _called.Add(new("internet", Internet, server, CalledKind.Internet, new Party.Internet()));
            if (family == Family.IPv4)
                _called.Add(new("router", Router, router, CalledKind.Router, null));
        }
        Wiring.Ip(Router, $"link set {Gate.Wan} up");
        Wiring.Ip(Internet, "link set eth0 up");
        foreach (var family in Families)
            Wiring.Ip(Internet, $"route add default via {_addresses.OfInternet(family, 2)} dev eth0 onlink");
    }

    private void MakeLan()
    {
        Plug(Lan, "eth0");
        Wiring.Connect(Router, "distant", Distant, "eth0");
        Wiring.Ip(Router, "link set distant up");
        Wiring.Ip(Router, "address add 169.254.77.1/32 dev distant");
        Wiring.Ip(Router, "address add fe80::1/64 dev distant");
        Wiring.Ip(Distant, "link set eth0 up");
        foreach (var family in Families)
        {
            if (_addresses.OnLan(family, 77) is { } neighbour)
                Join("lan", neighbour);
            foreach (var source in Network.Sources.SelectMany(s => _addresses.OfSource(s, family).Select(a => (s.Name, Address: a))).DistinctBy(s => s.Address))
                Join(source.Name, source.Address);
        }
        Wiring.Ip(Distant, "route add 169.254.77.1 dev eth0");
        Wiring.Ip(Distant, "route add default via 169.254.77.1");
        Wiring.Ip(Distant, "route add default via fe80::1 dev eth0 onlink");
        foreach (var family in Families.Where(f => _addresses.OnLan(f, 77) is not null))
            Wiring.Ip(Lan, $"route add default via {Gateway(family)} dev eth0 onlink");
        // A neighbour may set a route to the zones, by way of their host.
        foreach (var host in Network.Hosts)
            RouteToZones(Lan, "eth0", host);
        var link = _addresses.NextLinkLocal();
        Wiring.Ip(Lan, $"address add {link}/64 dev eth0");
        _callers.Add(new("lan", Lan, link, Seat.Lan, new Party.Lan(), Link: "eth0"));
    }

    private void Join(string name, Address address)
    {
        var isNear = _addresses.IsOnLan(address);
        if (isNear)
            Wiring.Ip(Lan, $"address add {address}/{_addresses.LinkOf(address).Length} dev eth0");
        else
        {
            Wiring.Ip(Distant, $"address add {address}/{Bits(address.Family)} dev eth0");
            Wiring.Ip(Router, $"route add {address}/{Bits(address.Family)} dev distant");
        }
        var party = _addresses.PartyOf(address);
        _callers.Add(new(name, isNear ? Lan : Distant, address, isNear ? Seat.Lan : Seat.Distant, party));
        _called.Add(new(name, isNear ? Lan : Distant, address, CalledKind.Neighbour, party));
    }

    // Every route is "onlink": whether a gateway is a neighbour, the kernel knows a moment after the link is up.
    // After the hosts: it has a route to each of their addresses.
    private void MakeStranger()
    {
        Plug(Stranger, "eth0");
        foreach (var family in Families)
        {
            var address = _addresses.OfInternet(family, 66);
            Wiring.Ip(Stranger, $"address add {address}/{Bits(family)} dev eth0");
            foreach (var host in Network.Hosts.Where(h => h.AddressOf(family) is not null))
            {
                foreach (var target in host.Addresses.Where(a => a.Family == family))
                    Wiring.Ip(Stranger, $"route add {target} dev eth0");
                Wiring.Ip(host.Name, $"route add {address} dev {UplinkOf(host)}");
            }
            _callers.Add(new("stranger", Stranger, address, Seat.Stranger, null));
        }
        foreach (var host in Network.Hosts)
            RouteToZones(Stranger, "eth0", host);
    }

    private void Plug(string name, string uplink)
    {
        Wiring.Connect(Router, $"p-{name}", name, uplink);
        Wiring.Ip(Router, $"link set p-{name} master {Gate.Lan} up");
        Wiring.Ip(name, $"link set {uplink} up");
    }

    private void RouteToZones(string name, string link, Host host)
    {
        foreach (var subnet in host.Rootless is null ? host.Zones.Where(z => z.Attachment is null).SelectMany(z => z.Subnets) : [])
        {
            if (host.AddressOf(subnet.Family) is { } via)
                Wiring.Ip(name, $"route add {subnet.Prefix} via {via} dev {link} onlink");
        }
    }

    private void MakeHost(Host host)
    {
        var uplink = UplinkOf(host);
        Wiring.AddNamespace(host.Name);
        Plug(host.Name, uplink);
        var link = _addresses.NextLinkLocal();
        Wiring.Ip(host.Name, $"address add {link}/64 dev {uplink}");
        foreach (var address in host.Addresses)
            Wiring.Ip(host.Name, $"address add {address}/{_addresses.LinkOf(address).Length} dev {uplink}");
        foreach (var family in Families.Where(f => host.AddressOf(f) is not null))
            Wiring.Ip(host.Name, $"route add default via {Gateway(family)} dev {uplink} onlink");
        foreach (var other in Network.Hosts.Where(h => h != host))
            RouteToZones(host.Name, uplink, other);
        var party = new Party.OfHost(host);
        foreach (var family in Families)
        {
            if (host.AddressOf(family) is not { } own)
                continue;
            _callers.Add(new(host.Name, host.Name, own, Seat.Process, party, host));
            _callers.Add(new($"{host.Name}'s users", host.Name, own, Seat.Process, null, host, User: 1500));
        }
        _called.AddRange(host.Addresses.Select(a => new Called(host.Name, host.Name, a, CalledKind.Host, party, host)));
        _called.Add(new(host.Name, host.Name, link, CalledKind.Host, party, host, Link: uplink));
        if (host.Rootless is not null)
            Wiring.AddNamespace(BridgesOf(host));
        foreach (var zone in host.Zones.Where(z => z.Attachment is null))
            MakeZone(zone);
        foreach (var replica in host.Zones.Where(z => z.Attachment is not null).SelectMany(z => z.Services).SelectMany(s => s.Replicas))
            PutOnWire(replica);
    }

    // A container on a wire of its host's is a machine of that network; what passes there no host sees.
    private void PutOnWire(Replica replica)
    {
        foreach (var address in replica.Addresses.Where(_addresses.IsOnLan))
        {
            Wiring.Ip(Lan, $"address add {address}/{_addresses.LinkOf(address).Length} dev eth0");
            _callers.Add(new(replica.Name, Lan, address, Seat.Lan, new Party.OfService(replica.Service)));
            _called.Add(new(replica.Name, Lan, address, CalledKind.Neighbour, new Party.OfService(replica.Service)));
        }
    }

    private void MakeZone(Zone zone)
    {
        foreach (var subnet in zone.Host.Rootless is null ? zone.Subnets : [])
            _called.Add(new($"{zone.Name}'s gateway", zone.Host.Name, subnet.Gateway, CalledKind.Gateway, new Party.OfHost(zone.Host), zone.Host, zone));
        foreach (var replica in zone.Services.SelectMany(s => s.Replicas))
            MakeContainer(replica.Name, ContainerOf(replica), zone, replica.Service, replica.Addresses);
        MakeContainer($"others-{zone.Name}", OthersOf(zone), zone, null, [.. zone.Subnets.Select(OthersOf)]);
    }

    private void MakeContainer(string name, string place, Zone zone, Service? service, IReadOnlyList<Address> addresses)
    {
        Wiring.AddNamespace(place);
        Party party = service is null ? new Party.OthersInZone(zone) : new Party.OfService(service);
        foreach (var address in addresses)
        {
            _callers.Add(new(name, place, address, Seat.Container, party, zone.Host, zone, service));
            _called.Add(new(name, place, address, CalledKind.Container, party, zone.Host, zone, service));
            // Out of a rootless user's namespace it is a process of that user, and nobody can tell it from the host's others.
            if (zone.Host is { Rootless: { } user } host && host.AddressOf(address.Family) is { } own)
                _callers.Add(new(name, host.Name, own, Seat.Process, new Party.OfHost(host), host, zone, service, user.Uid));
        }
        if (zone.Host.Rootless is not null)
            return;
        var link = _addresses.NextLinkLocal();
        LinkLocals.Add((place, link));
        _callers.Add(new(name, place, link, Seat.Container, null, zone.Host, zone, service, Link: "eth0"));
        _called.Add(new(name, place, link, CalledKind.Container, null, zone.Host, zone, service, "eth0"));
    }

    /// <summary>Of the containers; to be set when netavark has made their interfaces.</summary>
    public List<(string Namespace, Address Address)> LinkLocals { get; } = [];
}
