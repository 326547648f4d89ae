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
            foreach (var (group, protocols) in Clashes(claims))
                diagnostics.Report(HostPortTaken(network, host, group, protocols));
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
        foreach (var (group, protocols) in Clashes(ClaimsOf(network.Services, p => p.Router, places, stage: 0)))
        {
            var claims = group.Select(c => (c.Place, c.Name, Target: $"{c.Service.Host.Name}:{c.Port.Host}")).ToImmutableArray();
            // The same target is the same host port: that was said already.
            if (claims.Select(c => c.Target).Distinct().Count() > 1)
                diagnostics.Report(Diagnose.RouterPortTaken($"{Common(group) ?? Whole(group)}/{protocols}", claims));
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

    // Two name servers on 53/tcp+udp are one mistake, not two.
    private static IEnumerable<(List<Claim> Claims, string Protocols)> Clashes(IEnumerable<Claim> claims) =>
        Overlapping(claims)
            .OrderBy(g => g[0].Protocol)
            .GroupBy(g => string.Join(' ', g.Select(c => c.Port.Path)))
            .Select(same => (same.First(), string.Join('+', same.Select(g => g[0].Protocol.Word()))));

    /// <summary>What all of them want; null where only neighbours overlap.</summary>
    private static PortRange? Common(List<Claim> group)
    {
        var (first, last) = (group.Max(c => c.Range.First), group.Min(c => c.Range.Last));
        return first <= last ? new(first, last) : null;
    }

    private static PortRange Whole(List<Claim> group) => new(group.Min(c => c.Range.First), group.Max(c => c.Range.Last));

    private static IEnumerable<List<Claim>> Overlapping(IEnumerable<Claim> claims)
    {
        foreach (var protocol in claims.GroupBy(c => c.Protocol))
        {
            var group = new List<Claim>();
            var last = -1;
            foreach (var claim in protocol.OrderBy(c => c.Range).ThenBy(c => c.Place.Source.Path, StringComparer.Ordinal).ThenBy(c => c.Place.Start))
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

    private static Diagnostic HostPortTaken(Network network, Host host, List<Claim> group, string protocols)
    {
        var claims = group.OrderBy(c => c.Place.Source.Path, StringComparer.Ordinal).ThenBy(c => c.Place.Start).ToList();
        var services = claims.Select(c => c.Service).Distinct().ToList();
        var common = Common(group);
        var who = services.Count == 1 ? $"{Diagnose.Times(claims.Count)} by {services[0].Name}" : $"by {services.Count} services";
        return Diagnose.HostPortTaken(
            $"{host.Name}:{common ?? Whole(group)}/{protocols}",
            [.. claims.Select(c => (c.Place, c.Name))],
            common is null ? $"{who} in parts that overlap" : who,
            FixesFor(network, claims));
    }

    private static IEnumerable<string> FixesFor(Network network, List<Claim> claims)
    {
        var balancer = claims.FirstOrDefault(c => !c.Service.Balances.IsEmpty)?.Service;
        var specific = false;
        foreach (var claim in claims.Where(c => balancer is not null && c.Service != balancer))
        {
            if (balancer!.Balances.SelectMany(b => b.Upstreams).FirstOrDefault(u => u.Service == claim.Service) is { } upstream)
            {
                specific = true;
                yield return $"{balancer.Name} already balances to {upstream}: make the {claim.Service.Name} ports private";
            }
            else if (network.Certificates.Any(c => c.Solver == claim.Service))
            {
                specific = true;
                yield return $"make {claim.Port.Name} private too; {balancer.Name} routes /.well-known/acme-challenge/ to the solver";
            }
        }
        if (!specific && claims.Select(c => c.Service).Distinct().Count() == 1)
            yield return "another host port for one of them";
        else if (!specific)
            yield return "publish one of them on another host port, or put both behind a service with balance:";
    }
}
