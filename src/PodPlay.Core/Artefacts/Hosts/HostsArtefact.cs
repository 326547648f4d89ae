using PodPlay.Model;

namespace PodPlay.Artefacts.Hosts;

/// <summary>The block of /etc/hosts that podplay keeps, the script that merges it, and the setting by which containers do not get to see it.</summary>
public sealed class HostsArtefact : IArtefact
{
    public string Id => "hosts";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var host in network.Hosts)
        {
            // Not etc/hosts itself: that file has other owners, too.
            yield return new($"{host.Name}/etc/podplay/hosts", "hosts/hosts.sbn", HostsView.Of(network, host)) { Effect = Effect.Of(EffectKind.Hosts) };
            yield return new($"{host.Name}/etc/podplay/merge-hosts.sh", "hosts/merge.sbn", new() { { "header", Header.Lines() } }) { Effect = Effect.Of(EffectKind.Hosts) };
            yield return new(
                $"{host.Name}/etc/containers/containers.conf.d/podplay.conf",
                "hosts/containers.sbn",
                new() { { "header", Header.Lines("a file of your own beside this one") } })
            { Effect = Effect.Of(EffectKind.RestartAll) };
        }
    }
}
