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
        yield return new($"{folder}/named.conf", "bind/named.sbn", NamedView.Of(network, server, zones));
        foreach (var zone in zones.External)
            yield return Zone($"{folder}/zones/external", zone);
        foreach (var zone in zones.Internal)
            yield return Zone($"{folder}/zones/internal", zone);
        // Only the beginning: copied where there is no such zone yet, and never looked at again.
        foreach (var zone in zones.Dynamic)
            yield return new($"{folder}/zones/dynamic/{zone.FileName}", "bind/zone.sbn", ZoneView.Of(zone, 1));
        foreach (var domain in network.Domains.Where(d => server.Resolves.Contains(d.Name) && d.MailPolicy is not null))
            yield return new($"{folder}/mta-sts/{domain.Name}.txt", "bind/mta-sts.sbn", new() { { "policy", domain.MailPolicy!.TrimEnd('\n').Split('\n') } });
    }

    private static PlannedFile Zone(string folder, ZoneFile zone) => new($"{folder}/{zone.FileName}", "bind/zone.sbn", ZoneView.Of(zone, zone.Serial ?? 1))
    {
        Numbering = new(zone.Serial, serial => ZoneView.Of(zone, serial)),
    };
}
