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
            else if (host.Name == "manifest")
                Report($"hosts.{host.Name}", host.Name, "host", "output/MANIFEST is podplay's own, and some file systems take both names for one");
            else if (host.Name == "ansible")
                Report($"hosts.{host.Name}", host.Name, "host", "output/ansible holds the playbook");
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

    // In the order of the table: who comes first has the name.
    private static void CheckClashes(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var owners = new Dictionary<string, NameEntry>(StringComparer.Ordinal);
        foreach (var entry in network.Names.Entries.OrderBy(e => e.Kind == NameKind.Alias ? PlaceOf(e, places)?.Start : null))
        {
            if (owners.TryAdd(entry.FullName, entry) || PlaceOf(entry, places) is not { } place)
                continue;
            var owner = owners[entry.FullName];
            if (entry.Kind == NameKind.Replica && PlaceOf(owner, places) is { } taken)
                diagnostics.Report(Diagnose.ReplicaNameTaken(taken, entry.Name, entry.Service!.Name));
            else if (owner.Service != entry.Service || entry.Service is null)
                diagnostics.Report(Diagnose.NameClash(place, entry.FullName, OwnerOf(entry, owner), PlaceOf(owner, places), OwnerOf(owner, entry)));
        }
    }

    private static SourceSpan? PlaceOf(NameEntry entry, SpecPlaces places) => entry.Kind switch
    {
        NameKind.Alias => places.Item(entry.Path, entry.Name),
        NameKind.Replica => places.Key($"services.{entry.Service!.Name}"),
        NameKind.Public or NameKind.NameServer => places.Item(entry.Path, entry.Name) ?? places.Value(entry.Path),
        _ => places.Key(entry.Path),
    };

    // A host and a service of the same name are told apart by what they are.
    private static string OwnerOf(NameEntry entry, NameEntry other) =>
        entry.Kind == NameKind.Host || other.Kind == NameKind.Host ? $"{(entry.Service is null ? "host" : "service")} {entry.Service?.Name ?? entry.Host.Name}" : entry.Replica?.Name ?? entry.Service!.Name;

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
