using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Can a balancer do with its ports what the spec asks of it?</summary>
internal sealed class BalanceChecks(Network network, Service balancer, SpecPlaces places, DiagnosticBag diagnostics)
{
    private const int HttpsPort = 443;

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var balancer in network.Services)
        {
            var checks = new BalanceChecks(network, balancer, places, diagnostics);
            foreach (var balance in balancer.Balances)
                checks.Check(balance);
        }
    }

    private void Check(Balance balance)
    {
        if (places.Key(balance.Path) is not { } key)
            return;
        var fault = FaultOf(balance.Frontend, isFrontend: true);
        if (fault is not null)
            diagnostics.Report(Diagnose.BalancePort(key, balancer, balance.Frontend, fault, places.Value(balance.Frontend.Path)));
        var usable = true;
        foreach (var pool in balance.Pools)
            usable &= pool.AllUpstreams.Aggregate(true, (all, upstream) => CheckUpstream(pool, upstream) && all);
        // What cannot be balanced at all needs no advice on how.
        if (fault is not null || !usable)
            return;
        foreach (var pool in balance.Pools)
            CheckPool(balance, pool);
        CheckTls(balance, key);
    }

    private bool CheckUpstream(Pool pool, Upstream upstream)
    {
        if ((PoolChecks.PlaceOf(places, pool, upstream) ?? places.Value($"{pool.Path}.sorry")) is not { } place)
            return true;
        if (upstream.Service == balancer)
            diagnostics.Report(Diagnose.BalanceToItself(place, balancer));
        else if (FaultOf(upstream.Port, isFrontend: false) is { } fault)
            diagnostics.Report(Diagnose.BalancePort(place, upstream.Service, upstream.Port, fault, places.Value(upstream.Port.Path)));
        else
            return true;
        return false;
    }

    private void CheckPool(Balance balance, Pool pool)
    {
        foreach (var upstream in pool.Upstreams)
        {
            if (PoolChecks.PlaceOf(places, pool, upstream) is not { } place)
                continue;
            if (balance.Mode == BalanceMode.Http && CertificateChecks.IsTls(upstream.Port))
                diagnostics.Report(Diagnose.BalanceModeWrong(places.Value($"{balance.Path}.mode") ?? place, upstream.Port));
            if (pool.Check is null && upstream.Service.Health is null)
                diagnostics.Report(Diagnose.HealthMissing(place, upstream.Service));
            if (balance.Pools.Length == 1 && pool.Upstreams.Length == 1 && !upstream.Service.IsReplicated)
                diagnostics.Report(Diagnose.SingleBackend(place, upstream.Service));
        }
    }

    // One that speaks TLS to its servers has been told of its mode already.
    private void CheckTls(Balance balance, SourceSpan key)
    {
        var port = balance.Frontend;
        if (balance.Mode != BalanceMode.Http || balance.Upstreams.Any(u => CertificateChecks.IsTls(u.Port)))
            return;
        var hasCertificate = network.Certificates.Any(c => c.Deploy.Contains(balancer));
        var endsTls = hasCertificate && CertificateChecks.IsTls(port);
        if (!endsTls && (CertificateChecks.IsTls(port) || port.Router?.Contains(HttpsPort) == true))
            diagnostics.Report(Diagnose.BalanceWithoutTls(key, balancer, port, hasCertificate, places.Value(port.Path)));
    }

    // A UDP half of the frontend would be opened to the world, and nobody would answer there; one of the target just stays as it is.
    private static string? FaultOf(Port port, bool isFrontend) =>
        !port.Container.IsSingle ? $"{port.Container} are {port.Container.Count} ports"
        : !port.Protocols.Contains(Protocol.Tcp) ? "it is UDP"
        : isFrontend && port.Protocols.Contains(Protocol.Udp) ? "its UDP half would have no answer"
        : null;
}
