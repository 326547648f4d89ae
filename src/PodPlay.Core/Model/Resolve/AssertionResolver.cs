using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>Statements with their ends as objects. One with an end that nobody knows is left out, after a message.</summary>
internal static class AssertionResolver
{
    private static readonly string[] BuiltIn = ["any", "internet", "lan", "router"];

    /// <returns>By kind, then by text.</returns>
    public static ImmutableArray<Assertion> Resolve(PodPlaySpec spec, Surroundings around, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        var found = new List<Assertion>();
        foreach (var statement in spec.Statements)
        {
            var callers = statement.Callers.Select(c => EndOf(c, null, spec, around, services, diagnostics)).ToList();
            var called = EndOf(statement.Called, statement.Port, spec, around, services, diagnostics);
            if (called is not null && !callers.Contains(null))
                found.Add(new(statement.Kind, statement.Text.Value, [.. callers.OfType<AssertionEnd>().OrderBy(c => c.Name, StringComparer.Ordinal)], called));
        }
        return [.. found.OrderBy(a => a.Kind).ThenBy(a => a.Text, StringComparer.Ordinal)];
    }

    private static AssertionEnd? EndOf(
        Spanned<string> name, Spanned<string>? port, PodPlaySpec spec, Surroundings around, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        if (services.FirstOrDefault(s => s.Name == name.Value) is { } service)
            return OfService(service, port, diagnostics);
        AssertionEnd? end = around.Zones.FirstOrDefault(z => z.Name == name.Value) is { } zone ? new AssertionEnd.OfZone(zone)
            : around.Hosts.FirstOrDefault(h => h.Name == name.Value) is { } host ? new AssertionEnd.OfHost(host)
            : around.Sources.FirstOrDefault(s => s.Name == name.Value) is { } source ? new AssertionEnd.OfSource(source)
            : name.Value switch
            {
                "any" => new AssertionEnd.Any(),
                "internet" => new AssertionEnd.Internet(),
                "lan" => new AssertionEnd.Lan(),
                "router" => new AssertionEnd.Router(),
                _ => null,
            };
        if (end is null && !spec.Declares(name.Value))
            diagnostics.Report(Diagnose.AssertUnknownName(name, NamesOf(spec, around)));
        if (end is null || port is null)
            return end;
        diagnostics.Report(Diagnose.AssertPortOfNoService(port.Value, name.Value));
        return null;
    }

    private static AssertionEnd.OfService? OfService(Service service, Spanned<string>? port, DiagnosticBag diagnostics)
    {
        if (port is not { } named)
            return new(service, null);
        if (service.PortNamed(named.Value) is { } known)
            return new(service, known);
        diagnostics.Report(Diagnose.AssertUnknownPort(named, service));
        return null;
    }

    private static IEnumerable<string> NamesOf(PodPlaySpec spec, Surroundings around) =>
        spec.ServiceNames.Concat(around.Zones.Select(z => z.Name)).Concat(around.Hosts.Select(h => h.Name)).Concat(around.Sources.Select(s => s.Name)).Concat(BuiltIn);
}
