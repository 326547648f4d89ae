using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Projections;

/// <summary>What the router must do: forwards of IPv4, openings of its filter for IPv6.</summary>
public static class RouterProjection
{
    /// <summary>All forwards, then all openings; each in the order of outside ports.</summary>
    public static Projection Of(Network network)
    {
        var openings = RouterOpenings.Of(network);
        return Projection.Of(
            ["action", "outside", "protocol", "to", "hairpin", "service", "path"],
            [
                .. openings.Forwards.Select(f => Row("forward", f.Outside, f.Protocol, $"{f.Host}:{f.Inside}", f.NeedsHairpin ? "yes" : "no", f.Service, f.Port)),
                .. openings.Pinholes.Select(p => Row("open", p.Ports, p.Protocol, $"{p.Host.Bracketed}:{p.Ports}", "", p.Service, p.Port)),
            ]);
    }

    private static ImmutableArray<string> Row(string action, PortRange outside, Protocol protocol, string to, string hairpin, Service service, Port port) =>
        [action, outside.ToString(), protocol.Word(), to, hairpin, $"{service.Name}.{port.Name}", port.Path];
}
