using PodPlay.Model;

namespace PodPlay.Artefacts.Hosts;

/// <summary>What <c>hosts.sbn</c> sees: names by the addresses at which this host itself meets them.</summary>
internal static class HostsView
{
    public static View Of(Network network, Host host) => new()
    {
        { "header", Header.Lines("/etc/hosts, outside the marks") },
        { "entries", Entries(network, host).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Path, StringComparer.Ordinal).Select(e => e.ToView()) },
    };

    /// <summary>Where this host itself meets a service by its name; empty where it has none in its block.</summary>
    public static IEnumerable<Address> AddressesOf(Service service, Host seenFrom) =>
        service.Name == seenFrom.Name ? []
        : MeetsContainers(service, seenFrom) ? service.Replicas.SelectMany(r => r.Addresses)
        : IsPublished(service) ? Published(service.Host) : [];

    // Never the host's own name: Debian's installer wrote a line for it, and glibc gives the addresses of all lines.
    private static IEnumerable<HostsEntry> Entries(Network network, Host host) =>
        network.Hosts.Where(h => h != host).Select(h => OfHost(h, network.Domain))
            .Concat(network.Services.Select(s => OfService(s, host, network.Domain)))
            .Where(e => e.Name != host.Name && !e.Lines.IsEmpty);

    private static HostsEntry OfHost(Host host, string domain) =>
        new(host.Name, $"hosts.{host.Name}", [.. HostsLine.Of(Published(host), domain, [host.Name])]);

    private static HostsEntry OfService(Service service, Host seenFrom, string domain)
    {
        var path = $"services.{service.Name}";
        string[] common = [service.Name, .. service.Aliases];
        if (!MeetsContainers(service, seenFrom))
            return new(service.Name, path, IsPublished(service) ? [.. HostsLine.Of(Published(service.Host), domain, common)] : []);
        return new(service.Name, path,
        [
            .. service.Replicas.SelectMany(r => HostsLine.Of(r.Addresses, domain, service.IsReplicated ? [r.Name, .. common] : common)),
        ]);
    }

    // A rootless bridge stands in a network namespace of its user, which the host has no route to.
    private static bool MeetsContainers(Service service, Host seenFrom) =>
        service.Host == seenFrom && !service.IsOnHostNetwork && service.Host.Rootless is null;

    private static bool IsPublished(Service service) => service.IsOnHostNetwork || service.Ports.Any(p => p.Host is not null);

    private static IEnumerable<Address> Published(Host host) =>
        new[] { host.AddressOf(Family.IPv4), host.AddressOf(Family.IPv6) }.OfType<Address>();
}
