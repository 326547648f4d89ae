using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>Configuration and zones of each name server. The folder is mounted, not its files: a mount of a file would go on showing
/// the old one after it has been replaced.</summary>
public sealed class BindArtefact : IArtefact
{
    public string Id => "bind";

    public IEnumerable<PlannedFile> Plan(Network network) => network.Services.Where(s => s.IsNameServer).SelectMany(s => Plan(network, s));

    private static IEnumerable<PlannedFile> Plan(Network network, Service server)
    {
        var folder = $"{server.Host.Name}/etc/podplay/{server.Name}";
        var zones = NameServerZones.Of(network, server);
        var reload = Effect.Of(EffectKind.Reload, [.. server.Replicas.Select(r => $"{r.Name}.service")]);
        yield return new($"{folder}/named.conf", "bind/named.sbn", NamedView.Of(network, server, zones)) { Effect = reload };
        foreach (var zone in zones.External)
            yield return Zone($"{folder}/zones/external", zone, reload);
        foreach (var zone in zones.Internal)
            yield return Zone($"{folder}/zones/internal", zone, reload);
        // Only the beginning: copied at a start where there is no such zone yet, and never looked at again.
        foreach (var zone in zones.Dynamic)
            yield return new($"{folder}/zones/dynamic/{zone.FileName}", "bind/zone.sbn", ZoneView.Of(zone, 1)) { Effect = reload with { Kind = EffectKind.Restart } };
    }

    private static PlannedFile Zone(string folder, ZoneFile zone, Effect reload) => new($"{folder}/{zone.FileName}", "bind/zone.sbn", ZoneView.Of(zone, zone.Serial ?? 1))
    {
        Effect = reload,
        Numbering = new(zone.Serial, serial => ZoneView.Of(zone, serial)),
    };
}
