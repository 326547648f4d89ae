using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>A port of the host that somebody outside its zones may call.</summary>
/// <param name="Path">The exposure or the flow that wants it.</param>
internal sealed record Opening(Service Service, Port Port, PortRange HostPort, SourceGroup From, string Path)
{
    /// <summary>All openings of a host, by source group: anybody, the LAN, hosts and sources by name.</summary>
    public static ImmutableArray<Opening> AllOf(Network network, Host host)
    {
        var found = new List<Opening>();
        foreach (var port in host.Services.SelectMany(s => s.Ports.Select(p => (Service: s, Port: p))))
        {
            if (port.Port is { Host: { } number, Exposure: not Exposure.Private })
                found.Add(new Opening(port.Service, port.Port, number, GroupOf(port.Port, network), port.Port.Path));
        }
        foreach (var flow in FlowIndex.Of(network).At(host))
        {
            if (flow.To is not FlowEnd.OfService { Service: var callee } || callee.Host != host || OutsideCaller(flow.From, host) is not { } group)
                continue;
            foreach (var port in flow.Ports)
            {
                if (port.Host is { } number && !IsOpenToAnybody(port))
                    found.Add(new Opening(callee, port, number, group, flow.Path));
            }
        }
        return [.. found.OrderBy(o => Rank(o.From)).ThenBy(o => o.From.Name, StringComparer.Ordinal)];
    }

    private static SourceGroup GroupOf(Port port, Network network) => port switch
    {
        { From: { } source } => SourceGroup.Of(AddressGroup.Of(source)),
        { Exposure: Exposure.Public } => SourceGroup.Any,
        _ => SourceGroup.Lan(network),
    };

    private static bool IsOpenToAnybody(Port port) => port is { Exposure: Exposure.Public, From: null };

    // Callers on the host itself and in its zones never come in from outside: other chains speak of them. Who opens a port to
    // the internet opens it to anybody: no address can be told from one of the internet for certain.
    private static SourceGroup? OutsideCaller(FlowEnd from, Host host) => from switch
    {
        FlowEnd.Internet => SourceGroup.Any,
        FlowEnd.OfSource { Source: var source } => SourceGroup.Of(AddressGroup.Of(source)),
        FlowEnd.OfService { Service.Host: var peer } when peer != host => SourceGroup.Of(AddressGroup.Of(peer)),
        FlowEnd.OfZone { Zone.Host: var peer } when peer != host => SourceGroup.Of(AddressGroup.Of(peer)),
        FlowEnd.OfHost { Host: var peer } when peer != host => SourceGroup.Of(AddressGroup.Of(peer)),
        _ => null,
    };

    private static int Rank(SourceGroup group) => group.Name switch
    {
        "any" => 0,
        "lan" => 1,
        _ => 2,
    };
}
