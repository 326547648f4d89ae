using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>One host port, one listener; one router port, one target.</summary>
internal static class HostPortChecks
{
    private sealed record Claim(Service Service, Port Port, Protocol Protocol, PortRange Range, SourceSpan Place)
    {
        public string Name => $"{Service.Name}.{Port.Name}";
    }

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var host in network.Hosts)
        {
            var claims = ClaimsOf(host.Services, p => p.Host, places, stage: -2);
            foreach (var group in Overlapping(claims))
                diagnostics.Report(HostPortTaken(network, host, group));
            foreach (var claim in claims.Where(c => host.Admin is { } admin && c.Protocol == Protocol.Tcp && c.Range.Contains(admin.SshPort)))
                diagnostics.Report(Diagnose.SshPortTaken(claim.Place, host, claim.Port));
        }
        foreach (var service in network.Services.Where(s => s.IsReplicated))
        {
            foreach (var port in service.Ports.Where(p => p.Host is not null))
            {
                if (places.Stage(port.Path, HostStage(port, places)) is { } place)
                    diagnostics.Report(Diagnose.ReplicaFixedPort(place, service, port, places.Entry($"services.{service.Name}.replicas")));
            }
        }
        CheckRouter(network, places, diagnostics);
    }

    private static void CheckRouter(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var group in Overlapping(ClaimsOf(network.Services, p => p.Router, places, stage: 0)))
        {
            var claims = group.Select(c => (c.Place, c.Name, Target: $"{c.Service.Host.Name}:{c.Port.Host}")).ToImmutableArray();
            // The same target is the same host port: that was said already.
            if (claims.Select(c => c.Target).Distinct().Count() > 1)
                diagnostics.Report(Diagnose.RouterPortTaken($"{group[0].Range}/{group[0].Protocol.Word()}", claims));
        }
    }

    private static List<Claim> ClaimsOf(IEnumerable<Service> services, Func<Port, PortRange?> rangeOf, SpecPlaces places, int stage)
    {
        var claims = new List<Claim>();
        foreach (var service in services)
        {
            foreach (var port in service.Ports)
            {
                if (rangeOf(port) is not { } range || places.Stage(port.Path, stage < 0 ? HostStage(port, places) : stage) is not { } place)
                    continue;
                claims.AddRange(port.Protocols.Select(p => new Claim(service, port, p, range, place)));
            }
        }
        return claims;
    }

    // The host's number is the last but one where several are written, else the only one.
    private static int HostStage(Port port, SpecPlaces places) => port.Exposure == Exposure.Public && places.Stage(port.Path, 1) != places.Stage(port.Path, 0) ? 1 : 0;

    private static IEnumerable<List<Claim>> Overlapping(IEnumerable<Claim> claims)
    {
        foreach (var protocol in claims.GroupBy(c => c.Protocol))
        {
            var group = new List<Claim>();
            var last = -1;
            foreach (var claim in protocol.OrderBy(c => c.Range).ThenBy(c => c.Place.Start))
            {
                if (claim.Range.First > last)
                {
                    if (group.Count > 1)
                        yield return group;
                    group = [];
                }
                group.Add(claim);
                last = Math.Max(last, claim.Range.Last);
            }
            if (group.Count > 1)
                yield return group;
        }
    }

    private static Diagnostic HostPortTaken(Network network, Host host, List<Claim> group)
    {
        var claims = group.OrderBy(c => c.Place.Start).ToList();
        var range = claims.Select(c => c.Range).Distinct().Count() == 1 ? claims[0].Range : new PortRange(claims.Max(c => c.Range.First), claims.Min(c => c.Range.Last));
        return Diagnose.HostPortTaken(
            $"{host.Name}:{range}/{claims[0].Protocol.Word()}",
            [.. claims.Select(c => (c.Place, c.Name))],
            claims.Select(c => c.Service).Distinct().Count(),
            FixesFor(network, claims));
    }

    private static IEnumerable<string> FixesFor(Network network, List<Claim> claims)
    {
        var balancer = claims.FirstOrDefault(c => !c.Service.Balances.IsEmpty)?.Service;
        var specific = false;
        foreach (var claim in claims.Where(c => balancer is not null && c.Service != balancer))
        {
            if (balancer!.Balances.FirstOrDefault(b => b.Target == claim.Service) is { } balance)
            {
                specific = true;
                yield return $"{balancer.Name} already balances to {balance.Target.Name}.{balance.TargetPort.Name}: make the {claim.Service.Name} ports private";
            }
            else if (network.Certificates.Any(c => c.Solver == claim.Service))
            {
                specific = true;
                yield return $"make {claim.Port.Name} private too; {balancer.Name} routes /.well-known/acme-challenge/ to the solver";
            }
        }
        if (!specific)
            yield return "publish one of them on another host port, or put both behind a service with balance:";
    }
}
