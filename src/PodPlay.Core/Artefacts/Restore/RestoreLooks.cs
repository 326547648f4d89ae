using PodPlay.Artefacts.Nftables;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Artefacts.Runbook;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>What a host that is back answers: each comment is the whole answer.</summary>
internal static class RestoreLooks
{
    private const string Nothing = "nothing";

    public static IEnumerable<Command> Of(Network network, Host host)
    {
        var shell = new HostShell(host);
        yield return new("sh -c 'cd / && sha256sum --quiet -c /etc/podplay/MANIFEST'", Nothing);
        yield return new($"systemctl is-active {NftablesArtefact.Unit}", "active");
        yield return new("nft list table inet podplay >/dev/null && echo loaded", "loaded");
        if (Running(host).ToList() is [_, ..] running)
            yield return new(shell.Systemctl($"is-active {string.Join(' ', running)} | sort -u"), "active");
        if (Waiting(network, host).ToList() is [_, ..] waiting)
            yield return new(shell.Systemctl($"is-active {string.Join(' ', waiting)} | sort -u"), "active");
        yield return new(shell.Systemctl("list-units --failed --no-legend --plain"), Nothing);
        yield return new($"sh podplay/{host.Name}.apply.sh --check | tail -n 1", "Nothing to do.");
    }

    private static IEnumerable<string> Running(Host host) =>
        host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas).Select(r => $"{r.Name}.service");

    // Timers, and what watches a file.
    private static IEnumerable<string> Waiting(Network network, Host host) =>
        QuadletUnits.Of(network).Where(u => u.Host == host && u.Kind is ("timer" or "path")).Select(u => u.FileName);
}
