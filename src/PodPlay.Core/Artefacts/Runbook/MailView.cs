using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>What a mail server needs that no file of the host can give: names at the provider, and a way out on port 25.</summary>
internal static class MailView
{
    public static View Of(Network network, Host host)
    {
        var services = host.Services.Where(s => s.Ports.Any(p => MailPorts.Sends(MailPorts.RoleOf(p)))).ToList();
        var shell = new HostShell(host);
        var addresses = network.Router.Public.Concat(host.Addresses.Where(a => a.Family == Family.IPv6)).Distinct().ToList();
        return new()
        {
            { "exists", services.Count > 0 },
            { "names", string.Join(", ", services.Select(s => s.Name)) },
            { "is_rootless", host.Rootless is not null },
            { "logs", services.Select(s => shell.Journal($"{s.Replicas[0].Name}.service")) },
            { "captures", services.Select(s => shell.Inside(s.Replicas[0], Sockets.Capture(s.IsOnHostNetwork ? "any" : "eth0", s.Ports.Select(p => p.Container)))) },
            { "own_addresses", string.Join(", ", services.SelectMany(OwnAddresses).Distinct().Select(a => $"`{a}`")) },
            { "has_addresses", addresses.Count > 0 },
            { "addresses", addresses.Select(a => $"dig +short -x {a}   # the name that the server says in HELO") },
            { "has_ipv6", host.AddressOf(Family.IPv6) is not null },
        };
    }

    // What stands for everybody when the true address is lost: the gateway of the zone.
    private static IEnumerable<string> OwnAddresses(Service service) =>
        service.Zone is { } zone ? zone.Subnets.Select(s => $"{s.Gateway}") : service.Host.Addresses.Select(a => $"{a}");
}
