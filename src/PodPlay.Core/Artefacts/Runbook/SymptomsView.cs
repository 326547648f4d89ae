using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>By symptom, from outside to inside: for the templates of the same names.</summary>
internal static class SymptomsView
{
    public static View Of(Network network, Host host)
    {
        var shell = new HostShell(host);
        var exposed = Exposed(host, Exposure.Public, Exposure.Lan).ToList();
        var open = Exposed(host, Exposure.Public).ToList();
        var certificates = network.Certificates.Where(c => c.Solver?.Host == host).ToList();
        var byPort80 = certificates.Where(c => c.Challenge == Challenge.Http01).ToList();
        var byDns = certificates.Except(byPort80).ToList();
        var hasIPv6 = host.AddressOf(Family.IPv6) is not null;
        return new()
        {
            { "has_exposed", exposed.Count > 0 },
            { "probes", Probes(exposed, Family.IPv4) },
            { "arrives", exposed.Count == 0 ? "" : Sockets.Capture("any", exposed.Select(e => e.Port.Host!.Value)) },
            { "has_limits", host.Services.Any(s => s.Limits is { CountsConnections: true }) },
            { "has_ipv6", hasIPv6 && exposed.Count > 0 },
            { "probes6", Probes(exposed, Family.IPv6) },
            { "uplink", host.Uplink is { } uplink ? $"sysctl net.ipv6.conf.{uplink.Replace('.', '/')}.accept_ra" : @"sysctl -a -r '^net\.ipv6\.conf\.[^.]+\.accept_ra$'" },
            { "forwards_ipv6", host.Rootless is null && host.Zones.Any(z => z.SubnetOf(Family.IPv6) is not null) },
            { "has_public", open.Count > 0 },
            { "router_ports", string.Join(", ", open.Select(e => $"{e.Port.Router}/{string.Join("+", e.Port.Protocols.Select(p => p.Word()))}")) },
            { "lan_address", string.Join(", ", host.Addresses) },
            { "resolvers", Resolvers(network, host).Select(c => c.Line) },
            { "has_challenge", certificates.Count > 0 },
            { "challenge", certificates.SelectMany(c => Challenges(c, shell)).Distinct().Select(c => c.Line) },
            { "has_http01", byPort80.Count > 0 },
            { "has_dns01", byDns.Count > 0 },
            { "challenge_names", byDns.SelectMany(c => c.ChallengeNames).Distinct().Select(n => $"dig +short {Quote.Shell(n)} SOA") },
            { "challenge_outside", byPort80.SelectMany(c => c.Names).Distinct().SelectMany(n => new[] { Asked(n, 4), Asked(n, 6) }) },
            { "generator", shell.Generator },
            { "failed", shell.Systemctl("list-units --failed --no-pager") },
            { "starts", host.Services.SelectMany(s => s.Replicas).Select(r => shell.Journal($"{r.Name}.service")) },
            { "address_file", shell.AddressFile },
        };
    }

    private static IEnumerable<(Service Service, Port Port)> Exposed(Host host, params Exposure[] exposures) =>
        host.Services.SelectMany(s => s.Ports.Where(p => p.Host is not null && exposures.Contains(p.Exposure)).Select(p => (s, p)));

    // From another machine of the LAN. Only TCP answers a knock.
    private static IEnumerable<string> Probes(List<(Service Service, Port Port)> exposed, Family family) =>
        from e in exposed
        where e.Port.Protocols.Contains(Protocol.Tcp) && e.Service.Host.AddressOf(family) is not null && (e.Service.Zone is null || e.Service.Zone.SubnetOf(family) is not null)
            && (e.Port.From is null || e.Port.From.Of(family).Any())
        select $"nc -vz -w 5 {e.Service.Host.AddressOf(family)} {e.Port.Host!.Value.First}   # {e.Service.Name}.{e.Port.Name}{(e.Port.From is { } source ? $", from {source.Name} only" : "")}";

    private static IEnumerable<Command> Resolvers(Network network, Host host)
    {
        yield return new("grep -c '^# BEGIN podplay$' /etc/hosts", "1: the block is merged");
        foreach (var zone in host.Rootless is null ? host.Zones.Where(z => z.Attachment is null) : [])
        {
            foreach (var subnet in zone.Subnets)
                yield return new($"dig +short +time=2 @{subnet.Gateway} {network.Domain} SOA", $"any answer, an empty one too: podman's resolver of {zone.Name} is there");
        }
        foreach (var server in host.Services.Where(s => s.IsNameServer && s.IsOnHostNetwork))
        {
            foreach (var domain in server.Resolves)
                yield return new($"dig +short +time=2 @{host.Addresses[0]} {Quote.Shell(domain)} SOA", $"one line: {server.Name} answers for it");
        }
        yield return new("ss -lnup 'sport = :53'", "aardvark-dns on each bridge, and nothing on 0.0.0.0");
        yield return new("journalctl -t aardvark-dns -n 20 --no-pager");
    }

    private static IEnumerable<Command> Challenges(Certificate certificate, HostShell shell)
    {
        var solver = certificate.Solver!;
        yield return new(shell.Systemctl($"show -p ActiveState,Result {solver.Name}.service"));
        yield return new(shell.Journal($"{solver.Name}.service"));
        if (solver.Timer is not null)
            yield return new(shell.Systemctl($"list-timers --no-pager {solver.Name}.timer"));
    }

    private static string Asked(string name, int family) =>
        $"curl -sv{family} -m 10 -o /dev/null {Quote.Shell($"http://{name}/.well-known/acme-challenge/test")}";
}
