using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>What each balancer's port leads to.</summary>
internal static class BalanceResolver
{
    public static void Resolve(PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        foreach (var service in services)
        {
            var balances = spec.Services.First(s => s.Name.Value == service.Name).Balances;
            service.Balances =
            [
                .. balances.Select(b => BalanceOf(b, service, spec, services, diagnostics)).OfType<Balance>().OrderBy(b => b.Frontend.Container),
            ];
        }
    }

    private static Balance? BalanceOf(BalanceSpec spec, Service balancer, PodPlaySpec whole, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        if (balancer.PortNamed(spec.Port.Value) is not { } frontend)
        {
            diagnostics.Report(Diagnose.UnknownPort(spec.Port, balancer.Name, balancer.Ports.Select(p => p.Name)));
            return null;
        }
        if (spec.To is not { } to || to.Value.Split('.') is not [var serviceName, var portName])
            return null;
        var target = services.FirstOrDefault(s => s.Name == serviceName);
        if (target is null)
        {
            if (!whole.Declares(serviceName))
                diagnostics.Report(Diagnose.UnknownService(to with { Span = to.Span.Slice(0, serviceName.Length) }, serviceName, whole.ServiceNames));
            return null;
        }
        if (target.PortNamed(portName) is not { } port)
        {
            diagnostics.Report(Diagnose.UnknownPort(new(portName, to.Span.Slice(serviceName.Length + 1, portName.Length)), target.Name, target.Ports.Select(p => p.Name)));
            return null;
        }
        var mode = spec.Mode?.Value == "tcp" ? BalanceMode.Tcp : BalanceMode.Http;
        var check = spec.Check?.Value.Split(' ') is [var method, var uri] ? new HttpCheck(method, uri) : null;
        return new(frontend, target, port, mode, spec.Method?.Value ?? "roundrobin", check, $"services.{balancer.Name}.balance.{spec.Port.Value}");
    }
}
