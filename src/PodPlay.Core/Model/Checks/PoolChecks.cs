using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>The pools and routes behind a balancer's ports, and the port of its statistics.</summary>
internal sealed class PoolChecks(Network network, Service balancer, SpecPlaces places, DiagnosticBag diagnostics)
{
    // RFC 5321, 3501, 1939, 4253, 959 and MySQL's handshake: a greeting by the server.
    private static readonly HashSet<int> ServerSpeaksFirst = [21, 22, 25, 110, 143, 587, 3306];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            var checks = new PoolChecks(network, service, places, diagnostics);
            foreach (var balance in service.Balances)
                checks.CheckBalance(balance);
            checks.CheckStatistics();
            checks.CheckRequests();
            checks.CheckProxyPorts();
        }
    }

    /// <summary>Where a pool names an upstream.</summary>
    public static SourceSpan? PlaceOf(SpecPlaces places, Pool pool, Upstream upstream) =>
        places.Item($"{pool.Path}.to", upstream.ToString()) ?? places.Item(pool.Path, upstream.ToString());

    private void CheckBalance(Balance balance)
    {
        if (balance.Redirect is { } target && places.Value($"{balance.Path}.redirect") is { } redirect)
        {
            if (balance.Mode == BalanceMode.Tcp)
                diagnostics.Report(Diagnose.NeedsHttp(redirect, "a redirect", "mode: http"));
            else if (target == balance.Frontend || !CertificateChecks.IsTls(target))
                diagnostics.Report(Diagnose.RedirectWithoutTls(redirect, target));
            else if (!balance.Pools.IsEmpty)
                diagnostics.Report(Diagnose.RedirectBesidePool(redirect, balance));
        }
        foreach (var pool in balance.Pools)
        {
            CheckRoute(balance, pool);
            CheckServers(pool);
            if (balance.Mode == BalanceMode.Tcp && places.Key($"{pool.Path}.sorry.page") is { } page)
                diagnostics.Report(Diagnose.NeedsHttp(page, "a sorry page", "sorry: service.port, a server that answers in its stead"));
            foreach (var upstream in pool.AllUpstreams.Where(u => !u.Port.ExpectsProxy && MailPorts.Sends(MailPorts.RoleOf(u.Port))))
            {
                if (PlaceOf(places, pool, upstream) is { } place)
                    diagnostics.Report(Diagnose.MailWithoutProxy(place, upstream, places.Value(upstream.Port.Path)));
            }
        }
    }

    private void CheckRoute(Balance balance, Pool pool)
    {
        if (pool.Route is not { } route || places.Key(pool.Path) is not { } place)
            return;
        if (balance.Mode == BalanceMode.Tcp && route.Folder is not null)
            diagnostics.Report(Diagnose.RouteOfPathInTcp(place, route.ToString()));
        else if (balance.Mode == BalanceMode.Tcp && ServerSpeaksFirst.Contains(pool.Upstreams[0].Port.Container.First))
            diagnostics.Report(Diagnose.RouteOfSpeakingServer(place, pool.Upstreams[0].Port));
        if (balance.Mode != BalanceMode.Http || !CertificateChecks.IsTls(balance.Frontend) || route.Host is not { } host)
            return;
        var own = network.Certificates.Where(c => c.Deploy.Contains(balancer)).ToList();
        if (own.Count > 0 && !own.Exists(c => c.Names.Contains(host) || c.Covers(host)))
            diagnostics.Report(Diagnose.RouteWithoutCertificate(place, balancer, host));
    }

    private void CheckServers(Pool pool)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var upstream in pool.AllUpstreams)
        {
            var again = upstream.ServerNames(balancer).FirstOrDefault(s => !seen.Add(s));
            if (again is not null && (PlaceOf(places, pool, upstream) ?? places.Value($"{pool.Path}.sorry")) is { } place)
                diagnostics.Report(Diagnose.ServerTwice(place, again, pool.Path));
        }
        if (places.Key($"{pool.Path}.drain") is { } drain && pool.Upstreams.SelectMany(u => u.ServerNames(balancer)).All(pool.Drained.Contains))
            diagnostics.Report(Diagnose.AllDrained(drain, pool.Path));
    }

    private void CheckStatistics()
    {
        if (balancer.Statistics is not { } port || places.Value($"services.{balancer.Name}.statistics") is not { } place)
            return;
        var fault = balancer.Balances.IsEmpty ? "it balances nothing"
            : balancer.Balances.Any(b => b.Frontend == port) ? $"{port.Name} is balanced"
            : !port.Protocols.Contains(Protocol.Tcp) || !port.Container.IsSingle ? $"{port.Name} is not one TCP port"
            : null;
        if (fault is not null)
            diagnostics.Report(Diagnose.StatisticsMisplaced(place, balancer.Name, fault));
        else if (port.Exposure != Exposure.Private && port.From is null && places.Value(port.Path) is { } open)
            diagnostics.Report(Diagnose.StatisticsExposed(open, balancer, port));
    }

    private void CheckRequests()
    {
        if (balancer.Limits?.RequestsPerSecond is not null && balancer.Balances.All(b => b.Mode != BalanceMode.Http)
            && places.Key($"services.{balancer.Name}.limits.requests") is { } place)
            diagnostics.Report(Diagnose.NeedsHttp(place, "a limit of requests", "rate: new connections a second"));
    }

    private void CheckProxyPorts()
    {
        foreach (var port in balancer.Ports.Where(p => p.ExpectsProxy && p.From is null && p.Exposure != Exposure.Private))
        {
            if (places.Key($"{port.Path}.proxy") is { } place)
                diagnostics.Report(Diagnose.ProxyPortExposed(place, balancer, port));
        }
    }
}
