using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>May somebody open a connection to something? Asked by name: <c>internet</c>, <c>lan</c>, <c>router</c>, a host, a source, a zone, a
/// service; on the right with <c>:port</c>, by name or number.</summary>
/// <param name="Port">Name or number; null: any port.</param>
public sealed record Question(string From, string To, string? Port)
{
    /// <summary><c>web</c> and <c>db:postgres</c>.</summary>
    public static Question Of(string from, string to)
    {
        var colon = to.LastIndexOf(':');
        return colon < 0 ? new(from, to, null) : new(from, to[..colon], to[(colon + 1)..]);
    }

    /// <summary>The first name that the network does not have; null when it has both.</summary>
    public string? UnknownName(Network network) => new[] { From, To }.Except(NamesOf(network)).FirstOrDefault();

    /// <summary>Everything that may stand on either side.</summary>
    public static IEnumerable<string> NamesOf(Network network) =>
        network.Services.Select(s => s.Name)
            .Concat(network.Zones.Select(z => z.Name))
            .Concat(network.Hosts.Select(h => h.Name))
            .Concat(network.Sources.Select(s => s.Name))
            .Concat(["internet", "lan", "router"]);

    /// <summary>The lines of the matrix that say yes.</summary>
    public ImmutableArray<Cell> Answers(Network network) =>
        [.. Matrix.Of(network).Where(c => IsNamed(c.From, From) && IsNamed(c.To, To) && IsPort(c))];

    /// <summary>Why there is no such line: what is missing or what blocks it.</summary>
    public string Missing(Network network)
    {
        var service = network.Services.FirstOrDefault(s => s.Name == To);
        if (service is null)
            return $"nothing in the spec lets {From} reach {To}";
        if (Port is not null && !service.Ports.Any(p => p.Name == Port || IsNumber(p.Container) || (p.Host is { } h && IsNumber(h)) || (p.Router is { } r && IsNumber(r))))
            return $"{To} has no port {Port}; it has {string.Join(", ", service.Ports.Select(p => $"{p.Name} ({p.Container})"))}";
        var ports = service.Ports.Where(p => Port is null || p.Name == Port || IsNumber(p.Container)).ToList();
        return From switch
        {
            "internet" => $"{ExposureOf(service, ports)}; the internet reaches public ports only",
            "lan" or "router" => $"{ExposureOf(service, ports)}; the LAN reaches public and lan ports only",
            _ => $"no flow {From} -> {To}{(ports.Count == 1 ? $": {ports[0].Name}" : "")}; what no flow lists is dropped, between zones and inside one",
        };
    }

    // A zone is meant with everything in it; a source with every set of addresses that it shares.
    private static bool IsNamed(Party party, string name) => party switch
    {
        Party.OfService { Service: { } s } => s.Name == name || s.Zone?.Name == name,
        Party.OthersInZone { Zone: { } z } => z.Name == name,
        Party.OfHost { Host: { } h } => h.Name == name,
        Party.OfSource source => source.Names.Contains(name),
        _ => party.Name == name,
    };

    private bool IsPort(Cell cell)
    {
        if (Port is null)
            return true;
        if (Number is { } number)
            return cell.Ports.Contains(number);
        return cell.To is Party.OfService { Service: { } s } && s.PortNamed(Port) is { } port && port.Protocols.Contains(cell.Protocol)
            && cell.Reached.Overlaps(port.Container);
    }

    private int? Number => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsNumber(PortRange range) => Number is { } number && range.Contains(number);

    private static string ExposureOf(Service service, List<Port> ports) =>
        ports.Count == 0 ? $"{service.Name} has no such port" : string.Join(", ", ports.Select(p => $"{service.Name}.{p.Name} is {Word(p)}"));

    private static string Word(Port port) => port switch
    {
        { From: { } source } => $"for {source.Name} only",
        { Exposure: Exposure.Public } => "public",
        { Exposure: Exposure.Lan } => "lan",
        _ => "private",
    };
}
