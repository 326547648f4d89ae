using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>One configuration for each service that balances. Its folder is mounted, not the file: a mount of the file would
/// go on showing the old one after it has been replaced.</summary>
public sealed class HaproxyArtefact : IArtefact
{
    public string Id => "haproxy";

    public IEnumerable<PlannedFile> Plan(Network network) =>
        from service in network.Services
        where !service.Balances.IsEmpty
        let reload = Effect.Of(EffectKind.Reload, [.. service.Replicas.Select(r => $"{r.Name}.service")])
        from file in SorryPages.Of(service).Prepend(new($"{service.Host.Name}/etc/podplay/{service.Name}/haproxy.cfg", "haproxy/haproxy.sbn", HaproxyView.Of(network, service)))
        select file with { Effect = reload };
}
