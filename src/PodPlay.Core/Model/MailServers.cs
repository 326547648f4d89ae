using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>The mail servers of a network. A balancer that hands mail on is none.</summary>
public static class MailServers
{
    /// <returns>By the services' names.</returns>
    public static ImmutableArray<MailServer> Of(Network network) =>
    [
        .. from service in network.Services
           let ports = PortsOf(network, service).OrderBy(p => p.Role).ThenBy(p => p.Port.Path, StringComparer.Ordinal).ToImmutableArray()
           where !ports.IsEmpty
           select new MailServer(service, ports, NamesOf(network, service)),
    ];

    private static IEnumerable<MailPort> PortsOf(Network network, Service service) =>
        from port in service.Ports
        let role = MailPorts.RoleOf(port)
        where role is not null && service.Balances.All(b => b.Frontend != port)
        select new MailPort(role.Value, port, port.Exposure == Exposure.Public ? port : FrontendOf(network, service, port));

    private static Port? FrontendOf(Network network, Service service, Port port) => network.Services
        .SelectMany(s => s.Balances)
        .Where(b => b.Frontend.Exposure == Exposure.Public && b.Upstreams.Any(u => u.Service == service && u.Port == port))
        .Select(b => b.Frontend)
        .FirstOrDefault();

    // A certificate bears names of other services, too: those count that say mail, or the service's own name.
    private static ImmutableArray<string> NamesOf(Network network, Service service)
    {
        var routed = network.Services.SelectMany(s => s.Balances).SelectMany(b => b.Pools)
            .Where(p => p.Route is { Host: not null, IsWildcard: false } && p.Upstreams.Any(u => u.Service == service && MailPorts.RoleOf(u.Port) is not null))
            .Select(p => p.Route!.Host!);
        var certified = network.Certificates.Where(c => c.Deploy.Contains(service)).SelectMany(c => c.Names).Where(n => Rank(n, service) < Unfit);
        return [.. routed.Concat(certified).Distinct().OrderBy(n => Rank(n, service)).ThenBy(n => n, StringComparer.Ordinal)];
    }

    private const int Unfit = 4;

    private static int Rank(string name, Service service)
    {
        var label = name.Split('.')[0];
        return label switch
        {
            "mail" => 0,
            _ when label.StartsWith("mx", StringComparison.Ordinal) => 1,
            "smtp" => 2,
            "imap" or "pop" or "pop3" => 3,
            _ when label == service.Name || service.Aliases.Contains(label) => 3,
            _ => Unfit,
        };
    }
}
