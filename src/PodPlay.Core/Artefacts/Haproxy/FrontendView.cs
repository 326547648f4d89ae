using System.Collections.Immutable;
using PodPlay.Artefacts.Apache;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>A port that HAProxy listens on.</summary>
internal static class FrontendView
{
    public static View Of(Network network, Balance balance, Service balancer, ImmutableArray<AcmeRoute> acme)
    {
        var terminatesTls = TerminatesTls(network, balance, balancer);
        var readsSni = TlsSite.PassesThrough(network, balance);
        var routes = AcmeRoute.Carries(balance) ? acme : [];
        return new()
        {
            { "path", balance.Path },
            { "name", $"fe_{balance.Frontend.Name}" },
            { "defaults", balance.Mode == BalanceMode.Http ? "http" : "tcp" },
            { "binds", Binds(network, balance, balancer) },
            { "is_http", balance.Mode == BalanceMode.Http },
            { "terminates_tls", terminatesTls },
            { "scheme", terminatesTls ? "https" : "http" },
            { "reads_sni", readsSni },
            { "server_names", SniNames(network, balance).Select(Quote.Haproxy) },
            { "carries_acme", !routes.IsEmpty },
            { "acme", Challenges(routes) },
            { "backend", $"be_{balance.Frontend.Name}" },
        };
    }

    /// <summary>HTTP on a TLS port: HAProxy itself shows the certificates that are deployed to it.</summary>
    public static bool TerminatesTls(Network network, Balance balance, Service balancer) =>
        balance.Mode == BalanceMode.Http && TlsSite.IsTls(balance.Frontend) && network.Certificates.Any(c => c.Deploy.Contains(balancer));

    // One bind for each family. `:::80` alone serves both, but shows IPv4 clients as ::ffff:203.0.113.9, also to the servers.
    private static IEnumerable<string> Binds(Network network, Balance balance, Service balancer)
    {
        var port = balance.Frontend.Container;
        var name = balance.Frontend.Name;
        var tls = TerminatesTls(network, balance, balancer) ? $" ssl {Certificates(network, balancer)} alpn h2,http/1.1 strict-sni" : "";
        if (balancer.ListensOnHostAddresses)
            return balancer.Host.Addresses.Select(a => $"{a.Bracketed}:{port} name {name}{(int)a.Family}{tls}");
        var families = balancer.Zone?.Subnets.Select(s => s.Family) ?? balancer.Host.Addresses.Select(a => a.Family).Distinct();
        return families.Order().Select(f => f == Family.IPv4 ? $":{port} name {name}4{tls}" : $":::{port} name {name}6 v6only{tls}");
    }

    // The key is found beside the chain as fullchain.pem.key: HAProxy 2.6 has no crt-store.
    private static string Certificates(Network network, Service balancer) => string.Join(' ',
        network.Certificates.Where(c => c.Deploy.Contains(balancer)).Select(c => $"crt {Quote.Haproxy($"/certs/{c.Folder}/fullchain.pem")}"));

    private static IEnumerable<string> SniNames(Network network, Balance balance) =>
        TlsSite.PassesThrough(network, balance) ? TlsSite.Of(network, balance.Target).SelectMany(s => s.Names).Distinct() : [];

    // With one solver for all certificates the path says enough; only several of them need the host's name.
    private static IEnumerable<View> Challenges(ImmutableArray<AcmeRoute> routes) =>
        routes.DistinctBy(r => r.Solver).Count() <= 1
            ? routes.Take(1).Select(r => new View { { "path", r.Certificate.Path }, { "condition", "acme" }, { "backend", r.Backend } })
            : routes.SelectMany(r => r.Certificate.Names.Select(n => new View
            {
                { "path", r.Certificate.Path },
                { "condition", $"acme {{ req.hdr(host),field(1,:) -i {Quote.Haproxy(n)} }}" },
                { "backend", r.Backend },
            }));
}
