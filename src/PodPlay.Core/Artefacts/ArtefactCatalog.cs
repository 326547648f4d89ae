using System.Collections.Immutable;
using PodPlay.Artefacts.Ansible;
using PodPlay.Artefacts.Apache;
using PodPlay.Artefacts.Bind;
using PodPlay.Artefacts.Certificates;
using PodPlay.Artefacts.Handoff;
using PodPlay.Artefacts.Haproxy;
using PodPlay.Artefacts.Hosts;
using PodPlay.Artefacts.Routers;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Model;

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
        new BindArtefact(),
        new CertificatesArtefact(),
        new Backup.BackupArtefact(),
        new HostsArtefact(),
        new SysctlArtefact(),
        new RouterArtefact(),
        new Report.ReportArtefact(),
        new Runbook.RunbookArtefact(),
        new Restore.RestoreArtefact(),
    ];

    /// <summary>Every file of the output; last those that say how the others get onto their hosts.</summary>
    public static IEnumerable<PlannedFile> Plan(Network network)
    {
        List<PlannedFile> files = [.. All.SelectMany(a => a.Plan(network))];
        return [.. files, .. HandoffArtefact.Plan(network, files), .. AnsibleArtefact.Plan(network, files)];
    }
}
