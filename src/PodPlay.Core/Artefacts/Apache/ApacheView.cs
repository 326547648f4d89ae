using System.Collections.Immutable;
using PodPlay.Artefacts.Certificates;
using PodPlay.Artefacts.Haproxy;
using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>What <c>ports.sbn</c> and <c>podplay.sbn</c> see, in Apache's words.</summary>
internal static class ApacheView
{
    private const int ThreadsPerChild = 25;

    private static readonly string[] Modules = ["alias", "headers", "remoteip", "reqtimeout", "rewrite"];

    // mod_ssl keeps its sessions by mod_socache_shmcb. Debian has mod_watchdog built in: loading it would be an error there.
    private static readonly string[] TlsModules = ["socache_shmcb", "ssl"];

    public static View Ports(Service service) => new()
    {
        { "header", Header.Lines() },
        { "listeners", Listener.Of(service).Select(l => l.ToView()) },
    };

    public static View Of(Network network, Service service)
    {
        var tls = TlsSite.Of(network, service);
        var servesTls = !tls.IsEmpty && service.Ports.Any(TlsSite.IsTls);
        var upstreams = network.Services
            .SelectMany(s => s.Balances)
            .SelectMany(b => b.Upstreams.Where(u => u.Service == service).Select(u => (Balance: b, Upstream: u)))
            .ToImmutableArray();
        var children = Children(upstreams.Length);
        // The httpd image's own file has `Listen 80`; a second one is an error.
        var listeners = service.ApacheLayout == ApacheLayout.Debian ? [] : Listener.Of(service).Where(l => l.Port != 80).ToArray();
        return new()
        {
            { "header", Header.Lines() },
            { "has_listeners", listeners.Length > 0 },
            { "listeners", listeners.Select(l => l.ToView()) },
            { "modules", Modules.Concat(servesTls ? TlsModules : []).Select(m => Module(m, service.ApacheLayout)) },
            { "server_name", Quote.Apache(service.VirtualHosts[0].Name) },
            { "children", children },
            { "threads", ThreadsPerChild },
            { "workers", children * ThreadsPerChild },
            { "has_proxies", !upstreams.IsEmpty },
            { "proxies", ProxyAddresses.Of(service, network.Services.Where(s => s.Balances.Any(b => b.Upstreams.Any(u => u.Service == service)))).Select(a => a.ToString()) },
            { "serves_tls", servesTls },
            { "shows_policies", servesTls && PolicyFiles.Any(network, service) },
            { "policies", Quote.ApacheFolder(PolicyFiles.FolderIn(service.ApacheLayout)) },
            { "serves_challenges", ServesChallenges(network, service) },
            { "webroot", SolverCommand.Webroot },
            { "ports", SitesOf(network, service, tls, ProxyPaths(network, upstreams)) },
        };
    }

    private static bool ServesChallenges(Network network, Service service) =>
        network.Certificates.Any(c => ChallengePath.Of(network, c) is { Way: ChallengeWay.Webroot } path && path.Owner == service);

    // As many workers as the balancers send at a time, and one child more for health checks: were there fewer, requests would
    // wait in the kernel's queue, where HAProxy cannot see them.
    private static int Children(int pools) => (Math.Max(pools, 1) * Capacity.ConnectionsPerServer / ThreadsPerChild) + 1;

    private static View Module(string name, ApacheLayout layout) => new()
    {
        { "name", $"{name}_module" },
        { "file", $"{(layout == ApacheLayout.Debian ? "/usr/lib/apache2/modules" : "modules")}/mod_{name}.so" },
    };

    private static IEnumerable<View> SitesOf(Network network, Service service, ImmutableArray<TlsSite> tls, ILookup<Port, string> proxies) =>
        from port in service.Ports
        where port.Protocols.Contains(Protocol.Tcp)
        // Without a certificate nothing is served there; a check has said so.
        where !TlsSite.IsTls(port) || !tls.IsEmpty
        from number in Enumerable.Range(port.Container.First, port.Container.Count)
        select new View
        {
            { "path", port.Path },
            { "number", number },
            { "is_tls", TlsSite.IsTls(port) },
            { "chain", SiteView.Chain(TlsSite.IsTls(port) ? tls[0].Certificate : null) },
            { "key", SiteView.Key(TlsSite.IsTls(port) ? tls[0].Certificate : null) },
            { "speaks_proxy", port.ExpectsProxy || proxies.Contains(port) },
            { "proxy_paths", string.Join(", ", port.ExpectsProxy ? [port.Path] : proxies[port].Distinct()) },
            { "sites", TlsSite.IsTls(port) ? tls.Select(s => SiteView.Of(s, service.ApacheLayout)) : service.VirtualHosts.Select(v => SiteView.Of(v, service.ApacheLayout)) },
        };

    private static ILookup<Port, string> ProxyPaths(Network network, IEnumerable<(Balance Balance, Upstream Upstream)> upstreams) => upstreams
        .Where(u => TlsSite.PassesThrough(network, u.Balance, u.Upstream))
        .ToLookup(u => u.Upstream.Port, u => u.Balance.Path);
}
