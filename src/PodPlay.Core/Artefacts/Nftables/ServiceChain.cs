using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Where the opened ports of one service lead: its limits, its counter, the accept.</summary>
internal static class ServiceChain
{
    /// <param name="prefix"><c>pub_</c> for containers behind a bridge, <c>host_</c> for what listens on the host itself.</param>
    /// <param name="refused">Packets that the service has no listener for.</param>
    public static View ToView(HostScope scope, string prefix, Service service, IEnumerable<string> refused)
    {
        var name = Quote.NftName(prefix, service.Name);
        return new View
        {
            { "name", name },
            { "refused", refused },
            { "has_limits", service.Limits is { CountsConnections: true } },
            { "limits", Limit(service) },
            { "counter", scope.Counter(name) },
            { "comment", Quote.Nft($"services.{service.Name}") },
        };
    }

    /// <summary>The chain with the service's limits.</summary>
    public static string Limit(Service service) => Quote.NftName("limit_", service.Name);
}
