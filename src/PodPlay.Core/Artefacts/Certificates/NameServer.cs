using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>One's own name server that answers a dns-01 challenge.</summary>
internal static class NameServer
{
    /// <summary>Where the solver's signed updates go: an address, since the plugin takes no name.</summary>
    public static Address? AddressFor(Network network, Certificate certificate)
    {
        if (certificate.NameServer(network) is not { } server)
            return null;
        var addresses = server.IsOnHostNetwork || server.Host != certificate.Solver?.Host ? server.Host.Addresses : server.Replicas[0].Addresses;
        return addresses.OrderBy(a => a.Family).Select(a => (Address?)a).FirstOrDefault();
    }
}
