using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>The resolvers that containers ask: does each answer, and do they all know the same names?</summary>
internal static class ResolverChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services.Where(s => s.Zone is not null))
        {
            var own = $"services.{service.Name}.dns";
            foreach (var list in new[] { own, "defaults.dns" }.Where(p => places.Key(p) is not null).Take(1))
            {
                CheckReach(network, service, list, places, diagnostics);
                CheckFallback(network, service, list, places, diagnostics);
            }
        }
    }

    // Podman's resolver asks for the containers, a process of their host: what counts is what the host reaches.
    private static void CheckReach(Network network, Service asker, string list, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var server in network.Services.Where(s => s != asker))
        {
            if (places.Item(list, server.Name) is not { } place || place == places.Key(list))
                continue;
            var dns = server.Ports.FirstOrDefault(DomainChecks.IsDns);
            var reason = dns is null ? "it has no port 53"
                : server.Host == asker.Host && server.Zone is not null ? null
                : dns.Host is null ? $"its port 53 is private, and {asker.Name} is on another host"
                : !dns.Host.Value.Contains(53) ? $"its host publishes port {dns.Host}, and resolvers are asked on 53"
                : null;
            if (reason is not null)
                diagnostics.Report(Diagnose.DeadResolver(place, server.Name, reason, "lan: { dns: 53/tcp+udp } on it, or another resolver"));
        }
        foreach (var address in asker.Dns.Where(a => a.Family == Family.IPv6 && asker.Host.AddressOf(Family.IPv6) is null))
        {
            if (places.Item(list, address.ToString()) is { } place && place != places.Key(list))
                diagnostics.Report(Diagnose.DeadResolver(place, address.ToString(), $"{asker.Host.Name} has no IPv6 address", "a resolver that is met by IPv4"));
        }
    }

    private static void CheckFallback(Network network, Service asker, string list, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var inside = network.Services.FirstOrDefault(s => s != asker && places.Item(list, s.Name) is { } at && at != places.Key(list));
        if (inside is null || places.Item(list, inside.Name) is not { } ownPlace)
            return;
        foreach (var address in asker.Dns.Where(a => places.Item(list, a.ToString()) is { } at && at != places.Key(list)))
            diagnostics.Report(Diagnose.FallbackResolver(places.Item(list, address.ToString())!.Value, address.ToString(), inside.Name, ownPlace));
    }
}
