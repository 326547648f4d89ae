using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>
/// A virtual host that Apache serves with TLS, and the certificate it shows. HAProxy asks here, too: it may hand TLS on
/// unread only to sites that exist, and must speak PROXY exactly where Apache listens for it.
/// </summary>
/// <param name="Names">Name and aliases that the certificate covers, in the order of the spec.</param>
internal sealed record TlsSite(VirtualHost VirtualHost, ImmutableArray<string> Names, Certificate Certificate)
{
    /// <summary>The policy that the site shows beside its pages, or alone; null: none.</summary>
    public MailPolicy? Policy { get; private init; }

    /// <summary>The sites of a service that have a certificate, in the order of the spec; behind them those that only show a policy.</summary>
    public static ImmutableArray<TlsSite> Of(Network network, Service service) =>
    [
        .. service.VirtualHosts.Concat(PolicySites(network, service)).Select(v => For(network, service, v)).OfType<TlsSite>(),
    ];

    /// <summary>By name or by number, since the spec has no word for it.</summary>
    public static bool IsTls(Port port) => port.Protocols.Contains(Protocol.Tcp) && (port.Name == "https" || port.Container.Contains(443));

    /// <summary>A balancer that hands TLS on unread, to an Apache that podplay writes: told apart by SNI, and with the PROXY
    /// protocol, since the client's address would be lost otherwise.</summary>
    public static bool PassesThrough(Network network, Balance balance, Upstream upstream) =>
        balance.Mode == BalanceMode.Tcp && IsTls(upstream.Port) && !Of(network, upstream.Service).IsEmpty;

    private static IEnumerable<VirtualHost> PolicySites(Network network, Service service) => PolicySite.ShownBy(network, service)
        .Where(p => !service.VirtualHosts.Any(v => v.Has(p.Site)))
        .Select(p => new VirtualHost(p.Site, [], null, p.Path));

    private static TlsSite? For(Network network, Service service, VirtualHost virtualHost)
    {
        var certificate = network.Certificates.FirstOrDefault(c => c.Deploy.Contains(service) && c.Covers(virtualHost.Name));
        return certificate is null
            ? null
            : new(virtualHost, [.. virtualHost.Aliases.Prepend(virtualHost.Name).Where(certificate.Covers)], certificate)
            {
                Policy = PolicySite.ShownBy(network, service).FirstOrDefault(p => virtualHost.Has(p.Site)),
            };
    }
}
