using PodPlay.Artefacts.Apache;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>What <c>haproxy.sbn</c> sees, in HAProxy's words.</summary>
internal static class HaproxyView
{
    public static View Of(Network network, Service balancer)
    {
        var routes = AcmeRoute.Of(network, balancer);
        var frontends = balancer.Balances.Select(b => FrontendView.Of(network, b, balancer, routes)).ToArray();
        var backends = balancer.Balances.Select(b => BackendView.Of(network, b, balancer));
        return new()
        {
            { "header", Header.Lines() },
            { "reload", balancer.Replicas.Select(r => $"systemctl {(balancer.Host.Rootless is null ? "" : "--user ")}reload {r.Name}") },
            { "terminates_tls", balancer.Balances.Any(b => FrontendView.TerminatesTls(network, b, balancer)) },
            { "speaks_http", !routes.IsEmpty || balancer.Balances.Any(b => b.Mode == BalanceMode.Http) },
            { "speaks_tcp", balancer.Balances.Any(b => b.Mode == BalanceMode.Tcp) },
            { "reads_sni", balancer.Balances.Any(b => TlsSite.PassesThrough(network, b)) },
            { "frontends", frontends },
            { "backends", backends },
            { "solvers", routes.DistinctBy(r => r.Solver).Select(r => r.BackendView(balancer)) },
        };
    }
}
