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
    /// <remarks>One after the other: a view is large, and not needed any longer when its file is text.</remarks>
    public static IEnumerable<PlannedFile> Plan(Network network)
    {
        var planned = new List<PlannedFile>();
        foreach (var file in All.SelectMany(a => a.Plan(network)))
        {
            planned.Add(file with { View = View.Empty, Numbering = null });
            yield return file;
        }
        foreach (var file in HandoffArtefact.Plan(network, planned).Concat(AnsibleArtefact.Plan(network)))
            yield return file;
    }
}
