using System.Collections.Immutable;
using CsCheck;
using PodPlay.Model;

namespace PodPlay.Testing;

/// <summary>
/// A spec without errors, at random: one to three hosts, with and without IPv6, rootful and rootless; zones of one family or both;
/// services with ports of every exposure, replicas and the host's network; flows of every kind. Sound by construction: what would be
/// an error is not drawn.
/// </summary>
internal sealed record RandomSpec(string Head, ImmutableArray<RandomService> Services, ImmutableArray<string> Flows)
{
    /// <summary>For <c>Sample</c>; shrinks to few services.</summary>
    public static Gen<RandomSpec> Any { get; } = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 9], Gen.Int[0, 12], Gen.Int[0, int.MaxValue]).Select(
        (hosts, services, flows, seed) => new RandomSpecMaker(new Random(seed)).Make(hosts, services, flows));

    /// <summary>The names of the zones, with their hosts.</summary>
    public required ImmutableArray<RandomZone> Zones { get; init; }

    public string Yaml => Head
        + "services:\n" + string.Concat(Services.Select(s => s.Yaml))
        + (Flows.IsEmpty ? "" : "flows:\n" + string.Concat(Flows.Select(f => $"  {f}\n")));

    /// <summary>What CsCheck prints when a property fails.</summary>
    public override string ToString() => Yaml;
}

internal sealed record RandomHost(string Name, bool HasIPv6, bool IsRootless);

internal sealed record RandomZone(string Name, RandomHost Host, bool HasIPv4, bool HasIPv6);

/// <param name="Zone">Null: the host's own network.</param>
internal sealed record RandomService(string Name, RandomHost Host, RandomZone? Zone, ImmutableArray<RandomPort> Ports, string Yaml);

internal sealed record RandomPort(string Name, Exposure Exposure);

/// <summary>Draws the parts, each so that it fits those before.</summary>
internal sealed class RandomSpecMaker(Random random)
{
    private static readonly int[] Wanted = [25, 80, 443, 587, 993, 8080, 5432, 6379, 9000, 4190];
    private readonly Dictionary<(RandomHost Host, int Port), bool> _taken = [];
    private int _routerPort = 20000;
    private int _at = 10;

    public RandomSpec Make(int hostCount, int serviceCount, int flowCount)
    {
        var hosts = Enumerable.Range(1, hostCount).Select(n => new RandomHost($"h{n}", Chance(60), Chance(25))).ToList();
        var zones = hosts.SelectMany(h => Enumerable.Range(1, random.Next(1, 4)).Select(n => ZoneOf(h, n))).ToImmutableArray();
        var services = Enumerable.Range(1, serviceCount).Select(n => ServiceOf($"s{n}", zones, hosts)).ToImmutableArray();
        var flows = Enumerable.Range(0, flowCount).Select(_ => FlowOf(hosts, zones, services)).OfType<(string Key, string Ports)>()
            .DistinctBy(f => f.Key).Select(f => $"{f.Key}: {f.Ports}").ToImmutableArray();
        return new(HeadOf(hosts, zones), services, flows) { Zones = zones };
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private RandomZone ZoneOf(RandomHost host, int number)
    {
        var both = Chance(70);
        var hasIPv4 = both || !host.HasIPv6 || Chance(60);
        return new($"z{host.Name[1..]}{number}", host, hasIPv4, both || !hasIPv4);
    }

    private string HeadOf(List<RandomHost> hosts, ImmutableArray<RandomZone> zones)
    {
        var lines = new List<string> { "podplay: 1" };
        if (Chance(70))
            lines.Add("router: { address: 192.168.1.1, lan: [192.168.1.0/24, \"fd3c:9a41:77e2:7::/64\"] }");
        lines.Add("sources: { desks: [192.168.1.20, 192.168.1.24/30, \"fd3c:9a41:77e2:7::20\"], far: [10.9.0.0/16] }");
        lines.Add("hosts:");
        foreach (var host in hosts)
        {
            var addresses = $"192.168.1.10{host.Name[1..]}" + (host.HasIPv6 ? $", \"fd3c:9a41:77e2:7::10{host.Name[1..]}\"" : "");
            var rootless = host.IsRootless ? ", rootless: { user: web, uid: 1001 }" : "";
            var admin = Chance(30) ? ", admin: { from: desks, ssh: 2222 }" : "";
            lines.Add($"  {host.Name}: {{ address: [{addresses}], podman: \"5.4\"{rootless}{admin} }}");
        }
        lines.Add("zones:");
        foreach (var zone in zones)
        {
            var number = zone.Name[1..];
            var subnets = new[] { zone.HasIPv4 ? $"172.20.{number}.0/24" : null, zone.HasIPv6 ? $"\"fd5c:1a2b:3c4d:{number}::/64\"" : null }.OfType<string>();
            lines.Add($"  {zone.Name}: {{ host: {zone.Host.Name}, subnets: [{string.Join(", ", subnets)}]{(Chance(50) ? ", egress: internet" : "")} }}");
        }
        return string.Join('\n', lines) + "\n";
    }

    private RandomService ServiceOf(string name, ImmutableArray<RandomZone> zones, List<RandomHost> hosts)
    {
        var zone = Chance(85) ? OneOf(zones) : null;
        var host = zone?.Host ?? OneOf(hosts);
        var replicas = zone is not null && Chance(25) ? random.Next(2, 5) : 1;
        var lines = new List<string> { $"  {name}:", $"    image: localhost/{name}:1.0.0", zone is null ? $"    network: host\n    host: {host.Name}" : $"    zone: {zone.Name}" };
        if (replicas > 1)
            lines.Add($"    replicas: {replicas}");
        if (zone is not null && Chance(50))
        {
            lines.Add($"    at: {_at}");
            _at += replicas;
        }
        if (zone is null && Chance(50))
            lines.Add("    listen: host");
        var ports = Enumerable.Range(1, random.Next(0, 4)).Select(n => PortOf($"p{n}", n, host, zone, replicas)).ToList();
        foreach (var word in ports.GroupBy(p => p.Port.Exposure))
        {
            lines.Add($"    {word.Key.ToString().ToLowerInvariant()}:");
            lines.AddRange(word.Select(p => $"      {p.Port.Name}: {p.Text}"));
        }
        if (!host.IsRootless && ports.Exists(p => p.Port.Exposure != Exposure.Private) && Chance(20))
            lines.Add("    limits: { rate: 20, burst: 40, connections: 100 }");
        return new(name, host, zone, [.. ports.Select(p => p.Port)], string.Join('\n', lines) + "\n");
    }

    private (RandomPort Port, string Text) PortOf(string name, int number, RandomHost host, RandomZone? zone, int replicas)
    {
        var exposure = replicas > 1 ? Exposure.Private : OneOf([Exposure.Public, Exposure.Lan, Exposure.Private]);
        var protocols = OneOf(["", "", "/udp", "/tcp+udp"]);
        // A host-network port is taken on its host whoever may call it.
        var onHost = HostPort(host, exposure, zone is null || exposure != Exposure.Private);
        // One program, one listener: ports of a service differ.
        var container = zone is null ? onHost : exposure == Exposure.Public || host.IsRootless ? 7000 + number : Wanted[(number * 3 + random.Next(3)) % Wanted.Length];
        var text = (exposure, zone) switch
        {
            (_, null) or (Exposure.Private, _) => $"{container}{protocols}",
            (Exposure.Lan, _) => $"{onHost} -> {container}{protocols}",
            _ => $"{_routerPort++} -> {onHost} -> {container}{protocols}",
        };
        var from = exposure == Exposure.Lan && Chance(30) ? OneOf(["desks", "far"]) : null;
        return (new(name, exposure), from is null ? text : $"{{ port: {text}, from: {from} }}");
    }

    private int HostPort(RandomHost host, Exposure exposure, bool takes)
    {
        var port = exposure != Exposure.Public && !host.IsRootless && Chance(50) ? OneOf(Wanted) : 12000 + random.Next(7000);
        while (takes && !_taken.TryAdd((host, port), true))
            port++;
        return port;
    }

    private (string Key, string Ports)? FlowOf(List<RandomHost> hosts, ImmutableArray<RandomZone> zones, ImmutableArray<RandomService> services)
    {
        var client = OneOf(services);
        var (from, host, zone) = random.Next(10) switch
        {
            < 5 => (client.Name, client.Host, client.Zone),
            < 7 when OneOf(zones) is var z => (z.Name, z.Host, z),
            7 when OneOf(hosts) is var h => (h.Name, h, null),
            8 => (OneOf(["desks", "far"]), null, null),
            _ => ((string Name, RandomHost? Host, RandomZone? Zone))("internet", null, null),
        };
        if (from != "internet" && host is not null && Chance(15))
            return ($"{from} -> internet", OneOf(["any", "443", "[25, 587]", "53/udp"]));
        var server = OneOf(services);
        if (server.Name == from || !CanMeet(host, zone, from, server))
            return null;
        var ports = server.Ports.Where(p => server.Host == host || p.Exposure != Exposure.Private || server.Zone is null).Select(p => p.Name).ToList();
        if (ports.Count == 0)
            return null;
        return ($"{from} -> {server.Name}", ports.Count == server.Ports.Length && Chance(30) ? "any" : $"[{string.Join(", ", ports.Take(random.Next(1, ports.Count + 1)))}]");
    }

    private static bool CanMeet(RandomHost? host, RandomZone? zone, string from, RandomService server)
    {
        // Containers of a rootless user leave it as the host itself: no ruleset can tell them apart.
        if (host == server.Host && host is { IsRootless: true } && server.Zone is null && from != host.Name)
            return false;
        return zone is null || server.Zone is null || host != server.Host
            || (zone.HasIPv4 && server.Zone.HasIPv4) || (zone.HasIPv6 && server.Zone.HasIPv6);
    }
}
