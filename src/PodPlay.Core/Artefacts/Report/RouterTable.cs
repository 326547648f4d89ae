using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>What to click on the router: forwards for IPv4, holes in its filter for IPv6 (which it does not translate).</summary>
internal static class RouterTable
{
    public static IEnumerable<string> Of(Network network) => MarkdownTable.Of(
        ["outside port", "protocol", "IPv4: forward to", "IPv6: open to", "service"], Clicks(network).Select(c => (string[])[c.Outside, c.Protocol, c.Forward, c.Pinhole, c.Service]));

    /// <summary>One for each public port and protocol, in the order of ports: a router knows no "both".</summary>
    public static IEnumerable<RouterClick> Clicks(Network network) =>
        from service in network.Services
        from port in service.Ports
        where port.Router is not null
        from protocol in port.Protocols
        orderby port.Router!.Value, protocol
        select new RouterClick(
            port.Router!.Value.ToString(),
            protocol.Word(),
            ExposureTables.Serves(service, Family.IPv4) ? $"{service.Host.AddressOf(Family.IPv4)}:{port.Host}" : "",
            ExposureTables.Serves(service, Family.IPv6) ? $"[{service.Host.AddressOf(Family.IPv6)}]:{port.Router}" : "",
            $"{service.Name}.{port.Name}");
}

/// <summary>One line of a router's settings; an empty field where a family is not served.</summary>
internal sealed record RouterClick(string Outside, string Protocol, string Forward, string Pinhole, string Service);
