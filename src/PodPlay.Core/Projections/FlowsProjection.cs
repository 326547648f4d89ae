using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Projections;

/// <summary>Every flow, one port a line.</summary>
public static class FlowsProjection
{
    /// <summary>In the order of the flows' texts; of the internet's ports as the spec lists them.</summary>
    public static Projection Of(Network network) => Projection.Of(
        ["from", "to", "port", "number", "protocols", "owner", "until", "path"],
        from flow in network.Flows
        from port in PortsOf(flow)
        let ends = flow.Text.Split(" -> ")
        select (ImmutableArray<string>)
        [
            ends[0], ends[1], port.Name, port.Number, port.Protocols,
            flow.Term.Owner ?? "", flow.Term.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", flow.Path,
        ]);

    private static IEnumerable<(string Name, string Number, string Protocols)> PortsOf(Flow flow)
    {
        if (flow.To is FlowEnd.Internet && flow.InternetPorts.IsEmpty)
            return [("any", "", "")];
        return flow.Ports.Select(p => (p.Name, p.Container.ToString(), string.Join('+', p.Protocols.Select(w => w.Word()))))
            .Concat(flow.InternetPorts.Select(p => ("", p.Ports.ToString(), p.Protocol.Word())));
    }
}
