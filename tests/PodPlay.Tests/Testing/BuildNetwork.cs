using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Testing;

/// <summary>Networks by hand, as the resolver would make them, for tests of artefacts.</summary>
internal sealed class BuildNetwork
{
    private readonly List<Host> _hosts = [];
    private readonly List<Zone> _zones = [];
    private readonly List<Service> _services = [];
    private readonly List<Flow> _flows = [];
    private readonly List<Certificate> _certificates = [];

    public Host Host(string name = "main", string address = "192.168.1.100", string? address6 = "2001:db8:1::100", string podman = "5.4", int? uid = null)
    {
        var version = podman.Split('.');
        var host = new Host
        {
            Name = name,
            Addresses = [.. new[] { address, address6 }.OfType<string>().Select(a => Address.Parse(a)!.Value)],
            Podman = new PodmanVersion(int.Parse(version[0], null), int.Parse(version[1], null)),
            Rootless = uid is { } number ? new Rootless("podplay", number) : null,
        };
        _hosts.Add(host);
        return host;
    }

    public Zone Zone(Host host, string name = "dmz", params string[] subnets)
    {
        var zone = new Zone
        {
            Name = name,
            Host = host,
            NetworkName = $"podplay-{name}",
            Bridge = $"pp-{name}",
            Subnets = [.. (subnets.Length > 0 ? subnets : ["172.20.1.0/24", "fd00:1::/64"]).Select(s => new Subnet(Prefix.Parse(s)))],
            HasEgress = true,
        };
        _zones.Add(zone);
        return zone;
    }

    /// <summary>A service of a zone; <paramref name="replicas"/> 0: one container that bears the service's name.</summary>
    public Service Service(Zone zone, string name, int at = 10, int replicas = 0, Func<ServiceParts, ServiceParts>? with = null) =>
        Add(zone.Host, zone, name, at, replicas, with);

    public Service OnHost(Host host, string name, Func<ServiceParts, ServiceParts>? with = null) => Add(host, null, name, 0, 0, with);

    /// <summary>A port of <paramref name="service"/>'s own; add it through <see cref="ServiceParts.Ports"/>.</summary>
    public static Port Port(string service, string name, Exposure exposure, int container, int? host = null, int? router = null, params Protocol[] protocols) => new()
    {
        Name = name,
        Exposure = exposure,
        Protocols = protocols.Length > 0 ? [.. protocols] : [Protocol.Tcp],
        Router = router is { } r ? new PortRange(r) : null,
        Host = host is { } h ? new PortRange(h) : null,
        Container = new PortRange(container),
        Path = $"services.{service}.{exposure.ToString().ToLowerInvariant()}.{name}",
    };

    public void Flow(Service from, Service to, params string[] ports) => Flow($"{from.Name} -> {to.Name}", new FlowEnd.OfService(from), to, ports);

    public void Flow(Zone from, Service to, params string[] ports) => Flow($"{from.Name} -> {to.Name}", new FlowEnd.OfZone(from), to, ports);

    public void Certificate(string name, Service solver, params Service[] deploy) =>
        _certificates.Add(new Certificate(name, [name], Challenge.Http01, solver, [.. deploy]));

    public Network Build()
    {
        foreach (var zone in _zones)
            zone.Services = [.. _services.Where(s => s.Zone == zone).OrderBy(s => s.Name, StringComparer.Ordinal)];
        foreach (var host in _hosts)
        {
            host.Zones = [.. _zones.Where(z => z.Host == host).OrderBy(z => z.Name, StringComparer.Ordinal)];
            host.Services = [.. _services.Where(s => s.Host == host).OrderBy(s => s.Name, StringComparer.Ordinal)];
        }
        return new Network
        {
            Name = "podplay",
            Domain = "podplay.internal",
            Router = new Router([], [Prefix.Parse("192.168.1.0/24")], true),
            Sources = [],
            Hosts = [.. _hosts.OrderBy(h => h.Name, StringComparer.Ordinal)],
            Zones = [.. _zones.OrderBy(z => z.Name, StringComparer.Ordinal)],
            Services = [.. _services.OrderBy(s => s.Name, StringComparer.Ordinal)],
            Flows = [.. _flows.OrderBy(f => f.Text, StringComparer.Ordinal)],
            Certificates = [.. _certificates],
        };
    }

    private void Flow(string text, FlowEnd from, Service to, string[] ports) =>
        _flows.Add(new Flow(text, from, new FlowEnd.OfService(to), [.. ports.Select(p => to.PortNamed(p)!)], []));

    private Service Add(Host host, Zone? zone, string name, int at, int replicas, Func<ServiceParts, ServiceParts>? with)
    {
        var parts = (with ?? (p => p))(new ServiceParts());
        var service = new Service
        {
            Name = name,
            Host = host,
            Zone = zone,
            Image = parts.Image,
            Aliases = parts.Aliases,
            IsReplicated = replicas > 0,
            Ports = parts.Ports,
            Command = parts.Command,
            Health = parts.Health,
            Environment = parts.Environment,
            Volumes = parts.Volumes,
            Secrets = parts.Secrets,
            Devices = parts.Devices,
            Sysctl = parts.Sysctl,
            Capabilities = parts.Capabilities,
            User = parts.User,
            HasOwnUserNamespace = parts.HasOwnUserNamespace,
            IsReadOnly = parts.IsReadOnly,
            Dns = parts.Dns,
            Timer = parts.Timer,
            StopTimeout = parts.StopTimeout,
            VirtualHosts = parts.VirtualHosts,
            ApacheLayout = parts.ApacheLayout,
            Resolves = parts.Resolves,
        };
        service.Replicas =
        [
            .. Enumerable.Range(1, Math.Max(replicas, 1)).Select(number => new Replica(
                service,
                replicas > 0 ? $"{name}-{number}" : name,
                number,
                [.. (zone?.Subnets ?? []).Select(s => s.HostAddress(at + number - 1)!.Value)])),
        ];
        _services.Add(service);
        return service;
    }
}

/// <summary>What a test says about a service; the rest is the default.</summary>
internal sealed record ServiceParts
{
    public string Image { get; init; } = "docker.io/library/busybox:1.36";

    public ImmutableArray<string> Aliases { get; init; } = [];

    public ImmutableArray<Port> Ports { get; init; } = [];

    public string? Command { get; init; }

    public string? Health { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    public ImmutableArray<Volume> Volumes { get; init; } = [];

    public ImmutableArray<Secret> Secrets { get; init; } = [];

    public ImmutableArray<string> Devices { get; init; } = [];

    public ImmutableArray<SysctlSetting> Sysctl { get; init; } = [];

    public ImmutableArray<string> Capabilities { get; init; } = [];

    public string? User { get; init; }

    public bool HasOwnUserNamespace { get; init; }

    public bool IsReadOnly { get; init; }

    public ImmutableArray<Address> Dns { get; init; } = [];

    public string? Timer { get; init; }

    public int? StopTimeout { get; init; }

    public ImmutableArray<VirtualHost> VirtualHosts { get; init; } = [];

    public ApacheLayout ApacheLayout { get; init; }

    public ImmutableArray<string> Resolves { get; init; } = [];
}
