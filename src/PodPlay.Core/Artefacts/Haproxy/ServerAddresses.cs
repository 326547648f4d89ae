using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The places at which a balancer meets the servers of a service: fixed addresses, IPv4 where there is one.</summary>
internal static class ServerAddresses
{
    /// <summary>Name and <c>address:port</c>, by number; none where the target cannot be reached (a check has said so).</summary>
    public static IEnumerable<(string Name, string Address)> Of(Service balancer, Upstream upstream)
    {
        var (target, port) = (upstream.Service, upstream.Port);
        if (upstream.IsOneServer(balancer))
            return (target.IsOnHostNetwork ? port.Container : port.Host) is { } listened ? [(target.Name, At(target.Host.Addresses, listened))] : [];
        return target.Replicas.Select(r => (r.Name, At(r.Addresses, port.Container)));
    }

    // By hand and not by Replica.AddressOf: it is "the first one", of whatever family.
    private static string At(IEnumerable<Address> addresses, PortRange port) => $"{addresses.OrderBy(a => a.Family).First().Bracketed}:{new PortRange(port.First)}";
}
