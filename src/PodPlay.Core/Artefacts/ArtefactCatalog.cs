using System.Collections.Immutable;
using PodPlay.Artefacts.Apache;
using PodPlay.Artefacts.Certificates;
using PodPlay.Artefacts.Haproxy;
using PodPlay.Artefacts.Hosts;
using PodPlay.Artefacts.Routers;
using PodPlay.Artefacts.Sysctl;

namespace PodPlay.Artefacts;

/// <summary>Every artefact kind. The list is the documentation and the order; there is no scan for implementations.</summary>
public static class ArtefactCatalog
{
    public static ImmutableArray<IArtefact> All { get; } =
    [
        new Quadlet.QuadletArtefact(),
        new Nftables.NftablesArtefact(),
        new HaproxyArtefact(),
        new ApacheArtefact(),
        new CertificatesArtefact(),
        new HostsArtefact(),
        new SysctlArtefact(),
        new RouterArtefact(),
        new Report.ReportArtefact(),
    ];
}
