using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Names that would mean two things, and names that belong to somebody else.</summary>
internal static class NameChecks
{
    // A Quadlet unit lies in /run/systemd/generator, before the packages' own units: a service of such a name would replace the
    // host's own unit.
    private static readonly HashSet<string> UnitsOfHosts =
    [
        "cron", "dbus", "getty", "network", "networking", "nftables", "podman", "podplay-firewall", "resolvconf", "rsyslog", "ssh", "sshd", "systemd", "udev",
    ];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (network.Domain.EndsWith(".local", StringComparison.Ordinal) && places.Value("domain") is { } domain)
            diagnostics.Report(Diagnose.MdnsDomain(domain, network.Domain));
        CheckReserved(network, places, diagnostics);
        CheckFlowNames(network, places, diagnostics);
        CheckClashes(network, places, diagnostics);
        CheckEnvironment(network, places, diagnostics);
    }

    private static void CheckReserved(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            if (places.Key($"services.{service.Name}") is not { } place)
                continue;
            var name = new Spanned<string>(service.Name, place);
            if (service.Name is "internet" or "lan" or "any" || network.Sources.Any(s => s.Name == service.Name) || network.Zones.Any(z => z.Name == service.Name))
                diagnostics.Report(Diagnose.ReservedName(name, "a flow could mean two things by this name"));
            else if (UnitsOfHosts.Contains(service.Name) || service.Name.StartsWith("systemd-", StringComparison.Ordinal))
                diagnostics.Report(Diagnose.ReservedName(name, $"{service.Name}.service is the host's own"));
            else if (network.Zones.Any(z => service.Name == $"{z.Name}-network") || service.Name.EndsWith("-volume", StringComparison.Ordinal))
                diagnostics.Report(Diagnose.ReservedName(name, $"Quadlet makes {service.Name}.service of a network or volume"));
        }
    }

    // Services were looked at above. A flow's client is looked up among zones, hosts and sources alike: a name that is two of them
    // would open more than its reader thinks.
    private static void CheckFlowNames(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var owners = network.Zones.ToDictionary(z => z.Name, _ => "a zone", StringComparer.Ordinal);
        foreach (var zone in network.Zones.Where(z => z.Name is "internet" or "lan" or "any"))
            Report($"zones.{zone.Name}", zone.Name, "zone", "built in");
        foreach (var host in network.Hosts)
        {
            if (host.Name == "router")
                Report($"hosts.{host.Name}", host.Name, "host", "output/router holds what the router is told");
            else if (host.Name is "internet" or "lan" or "any" || !owners.TryAdd(host.Name, "a host"))
                Report($"hosts.{host.Name}", host.Name, "host", owners.TryGetValue(host.Name, out var owner) ? $"{owner} has this name" : "built in");
        }
        foreach (var source in network.Sources.Where(s => owners.ContainsKey(s.Name)))
            Report($"sources.{source.Name}", source.Name, "source", $"{owners[source.Name]} has this name");

        void Report(string path, string name, string what, string why)
        {
            if (places.Key(path) is { } place)
                diagnostics.Report(Diagnose.ReservedName(new(name, place), why, what));
        }
    }

    private static void CheckClashes(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var owners = network.Services.ToDictionary(s => s.Name, s => (Owner: s.Name, Place: places.Key($"services.{s.Name}")), StringComparer.Ordinal);
        foreach (var host in network.Hosts)
        {
            var place = places.Key($"hosts.{host.Name}");
            if (!owners.TryAdd(host.Name, (host.Name, place)) && place is { } at)
                diagnostics.Report(Diagnose.NameClash(at, host.Name, $"host {host.Name}", owners[host.Name].Place, $"service {host.Name}", network.Domain));
        }
        foreach (var service in network.Services.Where(s => s.IsReplicated))
        {
            foreach (var replica in service.Replicas)
            {
                if (!owners.TryAdd(replica.Name, (replica.Name, places.Key($"services.{service.Name}"))) && owners[replica.Name].Place is { } place)
                    diagnostics.Report(Diagnose.ReplicaNameTaken(place, replica.Name, service.Name));
            }
        }
        foreach (var service in network.Services.OrderBy(s => owners[s.Name].Place?.Start))
        {
            foreach (var alias in service.Aliases.Where(a => a != service.Name))
            {
                var place = places.Item($"services.{service.Name}.aliases", alias);
                if (!owners.TryAdd(alias, (service.Name, place)) && place is { } at)
                    diagnostics.Report(Diagnose.NameClash(at, alias, service.Name, owners[alias].Place, owners[alias].Owner, network.Domain));
            }
        }
    }

    private static void CheckEnvironment(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var flow in network.Flows)
        {
            if (flow.From is not FlowEnd.OfService { Service: { } client } || flow.To is not FlowEnd.OfService { Service: { } server })
                continue;
            var prefix = server.Name.ToUpperInvariant().Replace('-', '_');
            foreach (var (variable, _) in client.Environment.Where(e => e.Key == $"{prefix}_HOST" || e.Key == $"{prefix}_PORT"))
            {
                if (places.Key($"services.{client.Name}.environment.{variable}") is { } place)
                    diagnostics.Report(Diagnose.EnvironmentClash(place, variable, flow.Text));
            }
        }
    }
}
