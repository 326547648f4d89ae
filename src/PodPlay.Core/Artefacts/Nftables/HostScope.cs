using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>What the parts of one host's <c>table inet podplay</c> share: the host, and the names that rules have asked for.</summary>
internal sealed class HostScope(Network network, Host host)
{
    private readonly SortedSet<string> _counters = new(StringComparer.Ordinal);

    public Network Network { get; } = network;

    public Host Host { get; } = host;

    /// <summary>The zones with a bridge in the host's own network namespace. Those of a rootless user stand in the user's,
    /// where neither the host's forward hook nor its bridge family sees them.</summary>
    public ImmutableArray<Zone> Bridges { get; } = host.Rootless is null ? [.. host.Zones.Where(z => z.Attachment is null)] : [];

    public AddressSets Groups { get; } = new();

    public ServiceSets Services { get; } = new();

    public IEnumerable<string> Counters => _counters;

    public string Counter(string name)
    {
        _counters.Add(name);
        return name;
    }

    /// <summary>A container in a zone that the host itself routes to: the forward hook guards it, not input.</summary>
    public bool IsRouted(Service service) => service.Host == Host && service.Zone is { Attachment: null } && Host.Rootless is null;

    /// <summary>A program or a port forwarder that listens on the host itself.</summary>
    public bool IsLocal(Service service) => service.Host == Host && !IsRouted(service) && service.Zone?.Attachment is null;

    /// <summary>The zone of this host that stands at the beginning of a flow, and the service in it if it is only one.</summary>
    public (Zone Zone, Service? Service)? ZoneCaller(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service: { Zone: { } zone } service } when IsRouted(service) => (zone, service),
        FlowEnd.OfZone { Zone: var zone } when Bridges.Contains(zone) => (zone, null),
        _ => null,
    };
}
