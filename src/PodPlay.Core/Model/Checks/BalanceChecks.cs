using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Can a balancer do with its ports what the spec asks of it?</summary>
internal static class BalanceChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var balancer in network.Services)
        {
            foreach (var balance in balancer.Balances)
            {
                if (places.Value($"{balance.Path}.to") is { } to && places.Key(balance.Path) is { } key)
                    Check(network, balancer, balance, to, key, places, diagnostics);
            }
        }
    }

    private static void Check(Network network, Service balancer, Balance balance, SourceSpan to, SourceSpan key, SpecPlaces places, DiagnosticBag diagnostics)
    {
        // What cannot be balanced at all needs no advice on how.
        if (balance.Target == balancer)
        {
            diagnostics.Report(Diagnose.BalanceToItself(to, balancer));
            return;
        }
        var frontend = FaultOf(balance.Frontend, isFrontend: true);
        if (frontend is not null)
            diagnostics.Report(Diagnose.BalancePort(key, balancer, balance.Frontend, frontend, places.Value(balance.Frontend.Path)));
        var target = FaultOf(balance.TargetPort, isFrontend: false);
        if (target is not null)
            diagnostics.Report(Diagnose.BalancePort(to, balance.Target, balance.TargetPort, target, places.Value(balance.TargetPort.Path)));
        if (frontend is not null || target is not null)
            return;
        CheckMode(network, balancer, balance, to, key, places, diagnostics);
        if (balance.Check is null && balance.Target.Health is null)
            diagnostics.Report(Diagnose.HealthMissing(to, balance.Target));
        if (!balance.Target.IsReplicated)
            diagnostics.Report(Diagnose.SingleBackend(to, balance.Target));
    }

    private static void CheckMode(Network network, Service balancer, Balance balance, SourceSpan to, SourceSpan key, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (balance.Mode != BalanceMode.Http)
            return;
        if (CertificateChecks.IsTls(balance.TargetPort))
        {
            diagnostics.Report(Diagnose.BalanceModeWrong(places.Value($"{balance.Path}.mode") ?? to, balance.TargetPort));
            return;
        }
        var port = balance.Frontend;
        var hasCertificate = network.Certificates.Any(c => c.Deploy.Contains(balancer));
        var endsTls = hasCertificate && CertificateChecks.IsTls(port);
        if (!endsTls && (CertificateChecks.IsTls(port) || port.Router?.Contains(443) == true))
            diagnostics.Report(Diagnose.BalanceWithoutTls(key, balancer, port, hasCertificate, places.Value(port.Path)));
    }

    // A UDP half of the frontend would be opened to the world, and nobody would answer there; one of the target just stays as it is.
    private static string? FaultOf(Port port, bool isFrontend) =>
        !port.Container.IsSingle ? $"{port.Container} are {port.Container.Count} ports"
        : !port.Protocols.Contains(Protocol.Tcp) ? "it is UDP"
        : isFrontend && port.Protocols.Contains(Protocol.Udp) ? "its UDP half would have no answer"
        : null;
}
