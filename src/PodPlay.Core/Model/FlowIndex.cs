namespace PodPlay.Model;

/// <summary>Flows by who takes part, each list in the network's order: thousands are not searched from end to end for each service.</summary>
internal sealed class FlowIndex
{
    private static readonly Derived<FlowIndex> Known = new(network => new FlowIndex(network));

    private readonly ILookup<Service, Flow> _to;
    private readonly ILookup<Host, Flow> _at;
    private readonly ILookup<Zone, Flow> _in;

    private FlowIndex(Network network)
    {
        _to = network.Flows.Where(f => f.To is FlowEnd.OfService).ToLookup(f => ((FlowEnd.OfService)f.To).Service);
        _at = Ends(network, HostOf).ToLookup(e => e.End, e => e.Flow);
        _in = Ends(network, ZoneOf).ToLookup(e => e.End, e => e.Flow);
    }

    public static FlowIndex Of(Network network) => Known.Of(network);

    /// <summary>Those that lead to a service.</summary>
    public IEnumerable<Flow> To(Service service) => _to[service];

    /// <summary>Those of which an end is on a host.</summary>
    public IEnumerable<Flow> At(Host host) => _at[host];

    /// <summary>Those of which an end is in a zone, or is the zone.</summary>
    public IEnumerable<Flow> In(Zone zone) => _in[zone];

    public static Host? HostOf(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service.Host: { } host } => host,
        FlowEnd.OfZone { Zone.Host: { } host } => host,
        FlowEnd.OfHost { Host: { } host } => host,
        _ => null,
    };

    public static Zone? ZoneOf(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service.Zone: { } zone } => zone,
        FlowEnd.OfZone { Zone: { } zone } => zone,
        _ => null,
    };

    private static IEnumerable<(T End, Flow Flow)> Ends<T>(Network network, Func<FlowEnd, T?> of)
        where T : class
    {
        foreach (var flow in network.Flows)
        {
            var (from, to) = (of(flow.From), of(flow.To));
            if (from is not null)
                yield return (from, flow);
            if (to is not null && to != from)
                yield return (to, flow);
        }
    }
}
