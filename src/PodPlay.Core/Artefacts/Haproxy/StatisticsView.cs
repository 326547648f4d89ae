using PodPlay.Artefacts.Apache;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The page of statistics and the metrics: for those whom a flow or the port itself lets in. The ruleset keeps the others out; this
/// list does it again, for the containers of the balancer's own bridge when no ruleset is loaded.</summary>
internal static class StatisticsView
{
    public static View Of(Network network, Service balancer, Port port) => new()
    {
        { "path", $"services.{balancer.Name}.statistics" },
        { "name", $"fe_{port.Name}" },
        { "binds", Binds.Of(network, port, balancer, terminatesTls: false) },
        { "callers", Callers(network, balancer, port).Distinct().Order().Select(c => c.ToString()) },
    };

    private static IEnumerable<Prefix> Callers(Network network, Service balancer, Port port)
    {
        var flows = network.Flows
            .Where(f => f.To is FlowEnd.OfService to && to.Service == balancer && f.Ports.Contains(port))
            .SelectMany(f => Seen(balancer, f.From));
        return port.Exposure == Exposure.Private ? flows : flows.Concat(port.From?.Blocks ?? network.Router.Lan);
    }

    private static IEnumerable<Prefix> Seen(Service balancer, FlowEnd from) => from switch
    {
        FlowEnd.OfService caller => ProxyAddresses.SeenBy(balancer, caller.Service).Select(Prefix.Of),
        FlowEnd.OfZone { Zone: var zone } when zone == balancer.Zone || (balancer.IsOnHostNetwork && zone.Host == balancer.Host) => zone.Subnets.Select(s => s.Prefix),
        FlowEnd.OfZone { Zone: var zone } => OfHost(balancer, zone.Host),
        FlowEnd.OfHost { Host: var host } => OfHost(balancer, host),
        FlowEnd.OfSource { Source: var source } => source.Blocks,
        _ => [],
    };

    // Netavark hides what enters a zone behind the zone's gateway; what the host sends itself comes from there, too.
    private static IEnumerable<Prefix> OfHost(Service balancer, Host caller) => caller == balancer.Host && balancer.Zone is { } zone
        ? zone.Subnets.Select(s => Prefix.Of(s.Gateway))
        : caller.Addresses.Select(Prefix.Of);
}
