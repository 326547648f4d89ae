using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Mail: who hands it over where, and what the world asks of a server at home.</summary>
internal static class MailChecks
{
    // LMTP, ManageSieve, rspamd's workers.
    private static readonly Dictionary<int, string> Inner = new()
    {
        [24] = "LMTP takes mail without a login", [4190] = "ManageSieve is for the users' own clients", [11332] = "rspamd", [11333] = "rspamd", [11334] = "rspamd",
    };

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var servers = MailServers.Of(network);
        foreach (var server in servers)
        {
            CheckFlows(network, [.. servers.Select(s => s.Service)], server, places, diagnostics);
            CheckExchange(network, server, places, diagnostics);
            CheckInner(server, places, diagnostics);
            var encrypted = server.Ports.FirstOrDefault(p => p is { Role: MailRole.Submissions or MailRole.Imaps or MailRole.Pop3s, Public: not null });
            if (encrypted is not null && network.Certificates.All(c => !c.Deploy.Contains(server.Service)) && places.Value(encrypted.Port.Path) is { } place)
                diagnostics.Report(Diagnose.MailWithoutCertificate(place, server.Service));
        }
    }

    // Another mail server delivers on port 25 by right, and so does the balancer in front.
    private static void CheckFlows(Network network, IReadOnlyCollection<Service> mailServers, MailServer server, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var flow in FlowIndex.Of(network).To(server.Service))
        {
            if (ClientOf(flow.From, mailServers) is not { } client || flow.From is FlowEnd.OfService from && from.Service.Balances.SelectMany(b => b.Upstreams).Any(u => u.Service == server.Service))
                continue;
            foreach (var port in flow.Ports.Where(p => MailPorts.RoleOf(p) == MailRole.Exchange))
            {
                if (places.Item(flow.Path, port.Name) is { } place)
                    diagnostics.Report(Diagnose.MailWithoutLogin(place, client, server, port));
            }
        }
    }

    private static string? ClientOf(FlowEnd end, IReadOnlyCollection<Service> mailServers) => end switch
    {
        FlowEnd.OfService { Service: { } service } => mailServers.Contains(service) ? null : service.Name,
        FlowEnd.OfZone { Zone: { } zone } => zone.Name,
        FlowEnd.OfHost { Host: { } host } => host.Name,
        FlowEnd.OfSource { Source: { } source } => source.Name,
        _ => null,
    };

    private static void CheckExchange(Network network, MailServer server, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (server.Exchange is not { } exchange || places.Value(exchange.Public!.Path) is not { } place)
            return;
        var addresses = network.Router.PublicOf(Family.IPv4)
            .Concat(new[] { (exchange.Public == exchange.Port ? server.Service : BalancerOf(network, exchange)).Host.AddressOf(Family.IPv6) }.OfType<Address>().Where(a => !a.IsUniqueLocal))
            .Select(a => a.ToString())
            .ToList();
        diagnostics.Report(Diagnose.SmtpPortBlocked(place));
        diagnostics.Report(Diagnose.MailReverseName(place, server, addresses));
        if (network.Router.IsDynamic(Family.IPv4))
            diagnostics.Report(Diagnose.MailFromChangingAddress(place, server.Service, places.Item("router.public", "dynamic")));
    }

    private static Service BalancerOf(Network network, MailPort port) => network.Services.First(s => s.Ports.Contains(port.Public!));

    private static void CheckInner(MailServer server, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var port in server.Service.Ports.Where(p => p.Exposure == Exposure.Public && p.From is null && p.Container.IsSingle))
        {
            if (Inner.TryGetValue(port.Container.First, out var what) && places.Value(port.Path) is { } place)
                diagnostics.Report(Diagnose.MailInnerPublic(place, server.Service, port, what));
        }
    }
}
