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
        var isHttp = balance.Mode == BalanceMode.Http;
        var routes = AcmeRoute.Carries(balance) ? acme : [];
        var sites = SniNames(network, balance).ToArray();
        return new()
        {
            { "path", balance.Path },
            { "name", $"fe_{balance.Frontend.Name}" },
            { "defaults", isHttp ? "http" : "tcp" },
            { "binds", Binds.Of(network, balance.Frontend, balancer, terminatesTls) },
            { "is_http", isHttp },
            { "terminates_tls", terminatesTls },
            { "scheme", terminatesTls ? "https" : "http" },
            { "reads_sni", ReadsSni(network, balance) },
            { "server_names", sites.Select(Quote.Haproxy) },
            { "is_limited", isHttp && balancer.Limits?.RequestsPerSecond is not null },
            { "carries_acme", !routes.IsEmpty },
            { "acme", Challenges(routes) },
            { "redirects", balance.Redirect is not null },
            { "location", balance.Redirect is { } target ? LocationOf(target) : "" },
            { "policies", terminatesTls && balance.Frontend == PolicySite.EntranceOf(balancer) ? Policies(network, balancer) : [] },
            { "routes", RouteRules.Of(balance) },
            { "has_default", balance.Redirect is null },
            { "knows_sites", sites.Length > 0 },
            { "backend", balance.Default is { } pool ? BackendView.NameOf(balance, pool) : RefusalOf(balance) },
        };
    }

    /// <summary>HTTP on a TLS port: HAProxy itself shows the certificates that are deployed to it.</summary>
    public static bool TerminatesTls(Network network, Balance balance, Service balancer) =>
        balance.Mode == BalanceMode.Http && TlsSite.IsTls(balance.Frontend) && network.Certificates.Any(c => c.Deploy.Contains(balancer));

    /// <summary>TLS that is handed on unread, told apart by the name in the client's hello.</summary>
    public static bool ReadsSni(Network network, Balance balance) =>
        balance.Mode == BalanceMode.Tcp && (balance.Routed.Any() || SniNames(network, balance).Any());

    /// <summary>The backend for what no route names.</summary>
    public static string RefusalOf(Balance balance) => balance.Mode == BalanceMode.Tcp ? "reject" : "misdirected";

    private static IEnumerable<string> SniNames(Network network, Balance balance) => (balance.Default?.Upstreams ?? [])
        .Where(u => TlsSite.PassesThrough(network, balance, u))
        .SelectMany(u => TlsSite.Of(network, u.Service))
        .SelectMany(s => s.Names)
        .Distinct();

    // The port that the browser called is not the one of the other scheme: it is left out, and the other one said where it is not 443.
    private static string LocationOf(Port target)
    {
        var port = (target.Router ?? target.Host ?? target.Container).First;
        return $"https://%[req.hdr(host),host_only,lower]{(port == 443 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{port}"))}%[capture.req.uri]";
    }

    private static IEnumerable<View> Policies(Network network, Service balancer) => PolicySite.ShownBy(network, balancer).Select(p => new View
    {
        { "path", p.Path },
        { "text", Quote.HaproxyText(p.Text) },
        { "site", Quote.Haproxy(p.Site) },
        { "location", MailPolicy.Location },
    });

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
