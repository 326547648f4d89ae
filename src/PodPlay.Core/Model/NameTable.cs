using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>
/// Every name of the network, once: /etc/hosts, <c>AddHost=</c>, the aliases of podman's resolver, the zones of BIND and the page of
/// the reviewer are all made from it.
/// </summary>
public sealed class NameTable
{
    private readonly ILookup<Service, NameEntry> _ofService;
    private readonly ILookup<Service, NameEntry> _replicas;
    private readonly ILookup<Host, NameEntry> _ofHost;

    private NameTable(ImmutableArray<NameEntry> entries)
    {
        Entries = entries;
        _ofHost = entries.Where(e => e.Kind == NameKind.Host).ToLookup(e => e.Host);
        _replicas = entries.Where(e => e.Replica is not null).ToLookup(e => e.Service!);
        _ofService = entries.Where(e => e.Service is not null && e.Replica is null && e.Kind != NameKind.NameServer).ToLookup(e => e.Service!);
    }

    /// <summary>By kind, then in the order of the model. A name that is taken twice is in it twice: the checks ask.</summary>
    public ImmutableArray<NameEntry> Entries { get; }

    public static NameTable Of(Network network)
    {
        var domain = network.Domain;
        return new NameTable(
        [
            .. network.Services.Select(s => OfService(s.Name, NameKind.Service, s, null, $"services.{s.Name}")),
            .. network.Hosts.Select(h => new NameEntry(h.Name, $"{h.Name}.{domain}", NameKind.Host, h, null, null, $"hosts.{h.Name}")),
            .. network.Services.Where(s => s.IsReplicated).SelectMany(s => s.Replicas).Select(r => OfService(r.Name, NameKind.Replica, r.Service, r, $"services.{r.Service.Name}.replicas")),
            .. network.Services.SelectMany(s => s.Aliases.Where(a => a != s.Name).Select(a => OfService(a, NameKind.Alias, s, null, $"services.{s.Name}.aliases"))),
            .. network.Domains.SelectMany(d => d.Names).Select(n => new NameEntry(n.Name, n.Name, n.IsNameServer ? NameKind.NameServer : NameKind.Public, n.Service.Host, n.Service, null, n.Path)),
        ]);

        NameEntry OfService(string name, NameKind kind, Service service, Replica? replica, string path) =>
            new(name, $"{name}.{domain}", kind, service.Host, service, replica, path);
    }

    /// <summary>The names that mean the service as a whole, its own one first, then its aliases, then public ones.</summary>
    public IEnumerable<NameEntry> Of(Service service) => _ofService[service];

    public IEnumerable<NameEntry> Of(Host host) => _ofHost[host];

    public IEnumerable<NameEntry> ReplicasOf(Service service) => _replicas[service];
}
