using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Spec;

namespace PodPlay.Testing;

/// <summary>Networks without YAML: for tests of one artefact, in a few words.</summary>
internal sealed class NetworkBuilder
{
    private readonly List<Host> _hosts = [];
    private readonly List<Zone> _zones = [];
    private readonly List<Service> _services = [];
    private readonly List<Certificate> _certificates = [];

    public Host Host(string name, params string[] addresses) => Add(new Host { Name = name, Addresses = Addresses(addresses), Podman = PodmanVersion.Default });

    public Host Add(Host host)
    {
        _hosts.Add(host);
        return host;
    }

    public Zone Zone(string name, Host host, params string[] subnets)
    {
        var zone = new Zone
        {
            Name = name,
            Host = host,
            NetworkName = $"podplay-{name}",
            Bridge = $"pp-{name}",
            Subnets = [.. subnets.Select(s => new Subnet(Prefix.Parse(s)))],
            HasEgress = false,
        };
        _zones.Add(zone);
        return zone;
    }

    /// <param name="ports"><c>"public http 80 -> 8080 -> 80"</c></param>
    public Service Service(
        string name, Zone zone, int at, string[] ports, int replicas = 1, string[]? aliases = null, string[]? sites = null,
        ApacheLayout layout = ApacheLayout.Debian, SysctlSetting[]? sysctl = null)
    {
        var service = New(name, zone.Host, zone, ports, replicas > 1, aliases, sites, layout, sysctl);
        service.Replicas =
        [
            .. Enumerable.Range(1, replicas).Select(n => new Replica(
                service, replicas > 1 ? $"{name}-{n}" : name, n, [.. zone.Subnets.Select(s => s.HostAddress(at + n - 1)!.Value)])),
        ];
        return service;
    }

    public Service OnHost(string name, Host host, string[] ports, bool listensOnHostAddresses = false, string[]? sites = null, SysctlSetting[]? sysctl = null)
    {
        var service = New(name, host, null, ports, false, null, sites, ApacheLayout.Debian, sysctl, listensOnHostAddresses);
        service.Replicas = [new Replica(service, name, 1, [])];
        return service;
    }

    public Certificate Certificate(string name, string[] names, Service? solver, params Service[] deploy)
    {
        var certificate = new Certificate(name, [name, .. names], Challenge.Http01, solver, [.. deploy]);
        _certificates.Add(certificate);
        return certificate;
    }

    /// <summary>Adds a balance, in the words of the spec.</summary>
    public static void Balance(Service balancer, string port, Service target, string targetPort, BalanceMode mode = BalanceMode.Http, string? check = null, string method = "roundrobin")
    {
        var request = check?.Split(' ') is [var verb, var uri] ? new HttpCheck(verb, uri) : null;
        var path = $"services.{balancer.Name}.balance.{port}";
        var balance = new Balance(balancer.PortNamed(port)!, mode, [new Pool(null, [new(target, target.PortNamed(targetPort)!)], method, request, path)], path);
        balancer.Balances = [.. balancer.Balances.Append(balance).OrderBy(b => b.Frontend.Container)];
    }

    public Network Build()
    {
        foreach (var zone in _zones)
            zone.Services = [.. ByName(_services.Where(s => s.Zone == zone))];
        foreach (var host in _hosts)
        {
            host.Zones = [.. _zones.Where(z => z.Host == host).OrderBy(z => z.Name, StringComparer.Ordinal)];
            host.Services = [.. ByName(_services.Where(s => s.Host == host))];
        }
        return new Network
        {
            Name = "podplay",
            Domain = "podplay.internal",
            Router = new([], [Prefix.Parse("192.168.1.0/24")], true),
            Sources = [],
            Hosts = [.. _hosts.OrderBy(h => h.Name, StringComparer.Ordinal)],
            Zones = [.. _zones.OrderBy(z => z.Name, StringComparer.Ordinal)],
            Services = [.. ByName(_services)],
            Flows = [],
            Certificates = [.. _certificates.OrderBy(c => c.Name, StringComparer.Ordinal)],
        };
    }

    public static ImmutableArray<Address> Addresses(params string[] addresses) => [.. addresses.Select(a => Address.Parse(a)!.Value)];

    private static IEnumerable<Service> ByName(IEnumerable<Service> services) => services.OrderBy(s => s.Name, StringComparer.Ordinal);

    private Service New(
        string name, Host host, Zone? zone, string[] ports, bool isReplicated, string[]? aliases, string[]? sites, ApacheLayout layout,
        SysctlSetting[]? sysctl, bool listensOnHostAddresses = false)
    {
        var service = new Service
        {
            Name = name,
            Host = host,
            Zone = zone,
            Image = $"localhost/{name}:1.0.0",
            IsReplicated = isReplicated,
            Aliases = [.. aliases ?? []],
            Ports = [.. ports.Select(p => PortOf(name, zone is null, p))],
            VirtualHosts = [.. (sites ?? []).Select(s => new VirtualHost(s, [], null, $"services.{name}.vhosts"))],
            ApacheLayout = layout,
            Sysctl = [.. sysctl ?? []],
            ListensOnHostAddresses = listensOnHostAddresses,
        };
        _services.Add(service);
        return service;
    }

    private static Port PortOf(string service, bool onHost, string text)
    {
        var words = text.Split(' ', 3);
        var syntax = PortSyntax.Parse(words[2])!;
        var exposure = Enum.Parse<Exposure>(words[0], ignoreCase: true);
        var stages = syntax.Stages.Select(s => s.Range).ToArray();
        return new Port
        {
            Name = words[1],
            Exposure = exposure,
            Protocols = syntax.Protocols,
            Router = exposure == Exposure.Public ? stages[0] : null,
            Host = exposure == Exposure.Private && !onHost ? null : stages.Length > 1 ? stages[^2] : stages[0],
            Container = stages[^1],
            Path = $"services.{service}.{words[0]}.{words[1]}",
        };
    }
}
