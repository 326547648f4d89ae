using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Spec;

namespace PodPlay.Projections;

/// <summary>Every port of every service, with the number that it has at each stage.</summary>
public static class PortsProjection
{
    /// <summary>In the order of services, then of exposure and number.</summary>
    public static Projection Of(Network network) => Projection.Of(
        ["service", "port", "exposure", "from", "protocols", "router", "host", "container", "on", "path"],
        from service in network.Services
        from port in service.Ports
        select (ImmutableArray<string>)
        [
            service.Name,
            port.Name,
            PortSpec.WordOf(port.Exposure),
            port.From?.Name ?? "",
            string.Join('+', port.Protocols.Select(p => p.Word())),
            port.Router?.ToString() ?? "",
            port.Host?.ToString() ?? "",
            port.Container.ToString(),
            service.Host.Name,
            port.Path,
        ]);
}
