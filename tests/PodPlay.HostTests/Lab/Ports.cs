using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>Which ports are probed and listened on, and who listens.</summary>
internal static class Ports
{
    /// <summary>One port that nothing in a spec mentions.</summary>
    private const int Unlisted = 9999;

    /// <summary>Every port that the spec names, both ends of a range and the one behind it, ssh, DNS, and one that it does not name.</summary>
    public static IReadOnlyList<int> Of(Network network)
    {
        var ranges = network.Services.SelectMany(s => s.Ports).SelectMany(p => new[] { p.Router, p.Host, p.Container }).OfType<PortRange>()
            .Concat(network.Flows.SelectMany(f => f.InternetPorts).Select(p => p.Ports))
            .Where(r => r != Analysis.AnyPort);
        return
        [
            .. ranges.SelectMany(r => r.IsSingle ? new[] { r.First } : [r.First, r.Last, r.Last + 1])
                .Concat(network.Hosts.Select(h => h.Admin?.SshPort).OfType<int>())
                .Concat([22, 53, Unlisted])
                .Distinct().Order(),
        ];
    }

    /// <summary>The program that a host has on a port of its own: a host-network service, a rootless one, or one that the spec does not know.</summary>
    public static string ProgramOf(Host host, Address address, Protocol protocol, int port) =>
        host.Services.FirstOrDefault(s => (s.IsOnHostNetwork || host.Rootless is not null)
            && s.HostListeners(address.Family) is var listeners && (listeners.IsEmpty || listeners.Contains(address))
            && s.Ports.Any(p => p.Host is { } range && range.Contains(port) && p.Protocols.Contains(protocol)))?.Name ?? host.Name;
}
