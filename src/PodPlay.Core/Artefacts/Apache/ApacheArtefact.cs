using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>
/// The listeners and sites of each service with <c>vhosts:</c>. Debian's package includes ports.conf and a folder of sites, which
/// these replace; the httpd image includes nothing of the kind and gets one file.
/// </summary>
public sealed class ApacheArtefact : IArtefact
{
    public string Id => "apache";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var service in network.Services.Where(s => !s.VirtualHosts.IsEmpty))
        {
            var reload = Effect.Of(EffectKind.Reload, Units(service));
            var folder = $"{service.Host.Name}/etc/podplay/{service.Name}";
            if (service.ApacheLayout == ApacheLayout.Debian)
                yield return new($"{folder}/ports.conf", "apache/ports.sbn", ApacheView.Ports(service)) { Effect = Effect.Of(EffectKind.Restart, Units(service)) };
            var sites = service.ApacheLayout == ApacheLayout.Debian ? $"{folder}/sites" : folder;
            yield return new($"{sites}/podplay.conf", "apache/podplay.sbn", ApacheView.Of(network, service)) { Effect = reload };
            foreach (var policy in PolicyFiles.Of(network, service, sites, reload))
                yield return policy;
        }
    }

    private static ImmutableArray<string> Units(Service service) => [.. service.Replicas.Select(r => $"{r.Name}.service")];
}
