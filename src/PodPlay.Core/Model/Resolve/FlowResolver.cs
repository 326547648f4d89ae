using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>Flows with their ends and ports as objects.</summary>
internal static class FlowResolver
{
    public static ImmutableArray<Flow> Resolve(PodPlaySpec spec, Surroundings around, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        var clients = ClientsOf(around, services);
        var flows = ImmutableArray.CreateBuilder<Flow>();
        foreach (var flow in spec.Flows)
        {
            var from = clients.GetValueOrDefault(flow.From.Value);
            if (from is null && !spec.Declares(flow.From.Value))
                diagnostics.Report(flow.From.Value == "lan" ? Diagnose.FlowFromLan(flow.From, flow.To.Value) : Diagnose.UnknownEndpoint(flow.From, "starts", NamesOf(around, spec)));
            if (flow.To.Value == "internet")
            {
                if (from is FlowEnd.Internet or FlowEnd.OfSource)
                {
                    diagnostics.Report(Diagnose.FlowOutside(flow.Key.Span, TextOf(flow)));
                    continue;
                }
                var ports = InternetPorts(flow, diagnostics);
                if (from is not null)
                    flows.Add(new(TextOf(flow), from, new FlowEnd.Internet(), [], ports) { Term = flow.Term.Resolve() });
                continue;
            }
            if ((clients.GetValueOrDefault(flow.To.Value) as FlowEnd.OfService)?.Service is not { } server)
            {
                if (spec.Declares(flow.To.Value))
                    continue;
                diagnostics.Report(around.Zones.FirstOrDefault(z => z.Name == flow.To.Value) is { } zone
                    ? Diagnose.FlowToZone(flow.To, zone)
                    : Diagnose.UnknownEndpoint(flow.To, "ends", NamesOf(around, spec)));
                continue;
            }
            var named = PortsOf(flow, server, diagnostics);
            if (from is not null)
                flows.Add(new(TextOf(flow), from, new FlowEnd.OfService(server), named, []) { Term = flow.Term.Resolve(), IsForAnyPort = IsAny(flow) });
        }
        return [.. flows.OrderBy(f => f.Text, StringComparer.Ordinal)];
    }

    private static bool IsAny(FlowSpec flow) => flow.Ports.Any(p => p.Value == "any");

    // Printed alike however the spec spaces it.
    private static string TextOf(FlowSpec flow) => $"{flow.From.Value} -> {flow.To.Value}";

    // Who may stand at the beginning, by name; of two that share one, the first in this order.
    private static Dictionary<string, FlowEnd> ClientsOf(Surroundings around, ImmutableArray<Service> services)
    {
        var clients = new Dictionary<string, FlowEnd>(StringComparer.Ordinal) { ["internet"] = new FlowEnd.Internet() };
        foreach (var service in services)
            clients.TryAdd(service.Name, new FlowEnd.OfService(service));
        foreach (var zone in around.Zones)
            clients.TryAdd(zone.Name, new FlowEnd.OfZone(zone));
        foreach (var host in around.Hosts)
            clients.TryAdd(host.Name, new FlowEnd.OfHost(host));
        foreach (var source in around.Sources)
            clients.TryAdd(source.Name, new FlowEnd.OfSource(source));
        return clients;
    }

    private static ImmutableArray<Port> PortsOf(FlowSpec flow, Service server, DiagnosticBag diagnostics)
    {
        if (flow.Ports.FirstOrDefault(p => p.Value == "any") is { Value: not null } any)
        {
            if (server.Ports.IsEmpty)
                diagnostics.Report(Diagnose.NoPorts(any, server.Name));
            return server.Ports;
        }
        var ports = new List<Port>();
        foreach (var name in flow.Ports)
        {
            if (server.PortNamed(name.Value) is { } port)
                ports.Add(port);
            else if (server.Ports.FirstOrDefault(p => p.Container.ToString() == name.Value) is { } numbered)
                diagnostics.Report(Diagnose.PortByNumber(name, server, numbered));
            else
                diagnostics.Report(Diagnose.UnknownPort(name, server.Name, server.Ports.Select(p => p.Name)));
        }
        return [.. server.Ports.Where(ports.Contains)];
    }

    private static ImmutableArray<InternetPort> InternetPorts(FlowSpec flow, DiagnosticBag diagnostics)
    {
        if (IsAny(flow))
            return [];
        var ports = new List<InternetPort>();
        foreach (var text in flow.Ports)
        {
            if (PortSyntax.ParseStage(text.Value) is { } syntax)
                ports.AddRange(syntax.Protocols.Select(p => new InternetPort(p, syntax.Stages[0].Range)));
            else
                diagnostics.Report(Diagnose.InternetPortByName(text));
        }
        return [.. ports.Distinct().OrderBy(p => p.Protocol).ThenBy(p => p.Ports)];
    }

    private static IEnumerable<string> NamesOf(Surroundings around, PodPlaySpec spec) =>
        spec.ServiceNames.Concat(around.Zones.Select(z => z.Name)).Concat(around.Hosts.Select(h => h.Name)).Concat(around.Sources.Select(s => s.Name));
}
