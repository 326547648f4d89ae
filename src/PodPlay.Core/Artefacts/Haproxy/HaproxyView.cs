using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>What <c>haproxy.sbn</c> sees, in HAProxy's words.</summary>
internal static class HaproxyView
{
    public static View Of(Network network, Service balancer)
    {
        var routes = AcmeRoute.Of(network, balancer);
        var requests = balancer.Balances.Any(b => b.Mode == BalanceMode.Http) ? balancer.Limits?.RequestsPerSecond : null;
        var frontends = balancer.Balances.Select(b => FrontendView.Of(network, b, balancer, routes)).ToArray();
        var backends = balancer.Balances.SelectMany(b => b.Pools.OrderBy(p => p.Route is not null).Select(p => BackendView.Of(network, b, p, balancer)));
        return new()
        {
            { "header", Header.Lines() },
            { "reload", balancer.Replicas.Select(r => $"systemctl {(balancer.Host.Rootless is null ? "" : "--user ")}reload {r.Name}") },
            { "terminates_tls", balancer.Balances.Any(b => FrontendView.TerminatesTls(network, b, balancer)) },
            { "speaks_http", !routes.IsEmpty || balancer.Statistics is not null || balancer.Balances.Any(b => b.Mode == BalanceMode.Http) },
            { "speaks_tcp", requests is not null || balancer.Balances.Any(b => b.Mode == BalanceMode.Tcp) },
            { "has_limits", requests is not null },
            { "limits_path", $"services.{balancer.Name}.limits" },
            { "requests", string.Create(CultureInfo.InvariantCulture, $"{10 * (requests ?? 0)}") },
            { "exempt", network.Router.Lan.Select(l => l.ToString()) },
            { "refuses_http", balancer.Balances.Any(b => Refuses(b) && b.Mode == BalanceMode.Http) },
            { "refuses_tcp", balancer.Balances.Any(b => b.Mode == BalanceMode.Tcp && (Refuses(b) || FrontendView.ReadsSni(network, b))) },
            { "frontends", frontends },
            { "backends", backends },
            { "solvers", routes.DistinctBy(r => r.Solver).Select(r => r.BackendView(balancer)) },
            { "statistics", balancer.Statistics is { } port ? [StatisticsView.Of(network, balancer, port)] : Array.Empty<View>() },
        };
    }

    private static bool Refuses(Balance balance) => balance.Default is null && balance.Redirect is null;
}
