using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;
using PodPlay.Text;

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

    /// <summary>The lines of the network's matrix that say yes.</summary>
    public IEnumerable<Cell> Among(IEnumerable<Cell> matrix) => matrix.Where(c => IsNamed(c.From, From) && IsCalled(c));

    /// <summary>Whether a line speaks of what is called.</summary>
    public bool IsCalled(Cell cell) => IsNamed(cell.To, To) && IsPort(cell);

    /// <summary>The ports of the called service that are meant; none where it is no service.</summary>
    internal ImmutableArray<Port> PortsAsked(Network network) =>
        [.. network.Services.Where(s => s.Name == To).SelectMany(s => s.Ports).Where(p => Port is null || p.Name == Port || Numbers(p).Any(IsNumber))];

    /// <summary>A service is called at a port that it does not have.</summary>
    internal bool LacksPort(Network network) => network.Services.Any(s => s.Name == To) && PortsAsked(network).IsEmpty;

    /// <summary>The caller is none of the network's hosts, zones and services: exposure is what decides.</summary>
    internal bool IsOutside(Network network) => From is "internet" or "lan" or "router" || network.Sources.Any(s => s.Name == From);

    /// <summary>Whom a name means, one by one; nobody where it has no address of its own.</summary>
    internal IEnumerable<Party> PartiesOf(Network network, string name)
    {
        AssertionEnd end = name switch
        {
            "internet" => new AssertionEnd.Internet(),
            "lan" => new AssertionEnd.Lan(),
            "router" => new AssertionEnd.Router(),
            _ when network.Services.FirstOrDefault(s => s.Name == name) is { } service => new AssertionEnd.OfService(service, null),
            _ when network.Zones.FirstOrDefault(z => z.Name == name) is { } zone => new AssertionEnd.OfZone(zone),
            _ when network.Hosts.FirstOrDefault(h => h.Name == name) is { } host => new AssertionEnd.OfHost(host),
            _ => new AssertionEnd.OfSource(network.Sources.First(s => s.Name == name)),
        };
        return end is AssertionEnd.OfService { Service: { IsOnHostNetwork: true } own } && name == To ? [new Party.OfService(own)] : Statements.MembersOf(network, end);
    }

    /// <summary>Why there is no such line: what is missing.</summary>
    public string Missing(Network network)
    {
        if (network.Services.FirstOrDefault(s => s.Name == To) is not { } service)
            return network.Zones.Any(z => z.Name == From) || network.Services.Any(s => s.Name == From && !s.IsOnHostNetwork)
                ? To == "internet" ? $"no flow {From} -> internet" : $"nothing in the spec lets {From} reach {To}; zones reach services and the internet only"
                : $"nothing in the spec lets {From} reach {To}";
        var ports = PortsAsked(network);
        if (ports.IsEmpty)
        {
            var near = Port is null ? null : Suggestion.For(Port, service.Ports.Select(p => p.Name));
            return service.Ports.IsEmpty ? $"{To} has no ports"
                : $"{To} has no port {Port}; it has {string.Join(", ", service.Ports.Select(p => $"{p.Name} ({p.Container})"))}{(near is null ? "" : $"; did you mean {near}?")}";
        }
        if (network.Flows.FirstOrDefault(f => f.Text == $"{From} -> {To}" && ports.Any(p => f.Ports.Contains(p))) is { } flow)
            return $"{flow.Path} says so, but no packet can take that way";
        return From switch
        {
            "internet" => $"{ExposureOf(service, ports)}; the internet reaches public ports only",
            "lan" or "router" => $"{ExposureOf(service, ports)}; the LAN reaches public and lan ports only",
            _ when IsOutside(network) => $"{ExposureOf(service, ports)}, and there is no flow {From} -> {To}",
            _ => $"no flow {From} -> {To}{(ports.Length == 1 ? $": {ports[0].Name}" : "")}; what no flow lists is dropped, between zones and inside one",
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

    private static IEnumerable<PortRange> Numbers(Port port) => new[] { port.Container, port.Host, port.Router }.OfType<PortRange>();

    private static string ExposureOf(Service service, ImmutableArray<Port> ports) =>
        string.Join(", ", ports.Select(p => $"{service.Name}.{p.Name} is {Word(p)}"));

    private static string Word(Port port) => port switch
    {
        { From: { } source } => $"for {source.Name} only",
        { Exposure: Exposure.Public } => "public",
        { Exposure: Exposure.Lan } => "lan",
        _ => "private",
    };
}
