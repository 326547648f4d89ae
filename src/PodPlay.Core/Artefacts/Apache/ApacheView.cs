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
        var balances = network.Services.SelectMany(s => s.Balances).Where(b => b.Target == service).ToImmutableArray();
        var children = Children(balances.Length);
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
            { "has_proxies", !balances.IsEmpty },
            { "proxies", ProxyAddresses.Of(service, network.Services.Where(s => s.Balances.Any(b => b.Target == service))).Select(a => a.ToString()) },
            { "serves_tls", servesTls },
            { "serves_challenges", ServesChallenges(network, service) },
            { "webroot", SolverCommand.Webroot },
            { "ports", SitesOf(network, service, tls, balances) },
        };
    }

    private static bool ServesChallenges(Network network, Service service) =>
        network.Certificates.Any(c => ChallengePath.Of(network, c) is { Way: ChallengeWay.Webroot } path && path.Owner == service);

    // As many workers as the balancers send at a time, and one child more for health checks: were there fewer, requests would
    // wait in the kernel's queue, where HAProxy cannot see them.
    private static int Children(int balances) => (Math.Max(balances, 1) * Capacity.ConnectionsPerServer / ThreadsPerChild) + 1;

    private static View Module(string name, ApacheLayout layout) => new()
    {
        { "name", $"{name}_module" },
        { "file", $"{(layout == ApacheLayout.Debian ? "/usr/lib/apache2/modules" : "modules")}/mod_{name}.so" },
    };

    private static IEnumerable<View> SitesOf(Network network, Service service, ImmutableArray<TlsSite> tls, ImmutableArray<Balance> balances) =>
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
            { "speaks_proxy", PassingThrough(network, port, balances).Any() },
            { "proxy_paths", string.Join(", ", PassingThrough(network, port, balances).Select(b => b.Path)) },
            { "sites", TlsSite.IsTls(port) ? tls.Select(s => SiteView.Of(s, service.ApacheLayout)) : service.VirtualHosts.Select(v => SiteView.Of(v, service.ApacheLayout)) },
        };

    private static IEnumerable<Balance> PassingThrough(Network network, Port port, ImmutableArray<Balance> balances) =>
        balances.Where(b => b.TargetPort == port && TlsSite.PassesThrough(network, b));
}
