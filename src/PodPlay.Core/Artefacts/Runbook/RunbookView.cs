using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>What <c>runbook.sbn</c> sees.</summary>
internal static class RunbookView
{
    public static View Of(Network network, Host host, Callees callees) => new()
    {
        { "header", Header.Lines() },
        { "host", host.Name },
        { "addresses", string.Join(", ", host.Addresses) },
        { "is_rootless", host.Rootless is not null },
        { "user", Quote.Markdown(host.Rootless?.User ?? "") },
        { "commands", OfHost(host).Select(c => c.Line) },
        { "services", host.Services.Select(s => ServiceView.Of(network, s, callees)) },
        { "symptoms", SymptomsView.Of(network, host) },
        { "mail", MailView.Of(network, host) },
    };

    private static IEnumerable<Command> OfHost(Host host)
    {
        var shell = new HostShell(host);
        yield return new("sh -c 'cd / && sha256sum --quiet -c /etc/podplay/MANIFEST'", "no word: the host has what the spec says");
        yield return new("systemctl is-active podplay-firewall.service", "active");
        yield return new(shell.Systemctl("list-units --failed --no-pager"), "0 loaded units listed");
        yield return new(shell.Podman("ps --all"), string.Join(", ", host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas).Select(r => r.Name)));
        yield return new("nft list counters table inet podplay", "drop_...: what was refused, and where");
        yield return new("journalctl -k -g 'podplay (input|forward|egress)' -n 20 --no-pager", "the last refusals, with addresses and ports");
        yield return new("ip -br address");
        yield return new("ss -lntup");
    }
}
