using PodPlay.Model;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>The kernel settings of each host, and the modules that some of them need.</summary>
public sealed class SysctlArtefact : IArtefact
{
    public string Id => "sysctl";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var host in network.Hosts)
        {
            var settings = HostSettings.Of(host);
            if (!settings.IsEmpty)
                yield return new($"{host.Name}/etc/sysctl.d/90-podplay.conf", "sysctl/sysctl.sbn", SysctlView.Of(settings)) { Effect = Effect.Of(EffectKind.Sysctl) };
            if (SysctlView.Modules(settings).ToArray() is { Length: > 0 } modules)
                yield return new($"{host.Name}/etc/modules-load.d/podplay.conf", "sysctl/modules.sbn", new() { { "header", Header.Lines() }, { "modules", modules } }) { Effect = Effect.Of(EffectKind.Modules) };
        }
    }
}
