using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Ansible;

/// <summary>The hand-off by Ansible: an inventory, a playbook and one role, the same for every network but for the inventory. What there is to
/// do on a host its own <c>HOST.apply.sh</c> decides and does, part by part, so that both ways of installing are one.</summary>
public static class AnsibleArtefact
{
    public const string Id = "ansible";

    private const string Role = "ansible/roles/podplay";

    private static readonly ImmutableArray<(string Path, string Template)> Fixed =
    [
        ("ansible/site.yml", "site"),
        ($"{Role}/defaults/main.yml", "defaults"),
        ($"{Role}/meta/main.yml", "meta"),
        ($"{Role}/tasks/apply.yml", "tasks-apply"),
        ($"{Role}/tasks/confirm.yml", "tasks-confirm"),
        ($"{Role}/tasks/look.yml", "tasks-look"),
        ($"{Role}/tasks/main.yml", "tasks-main"),
        ($"{Role}/vars/main.yml", "vars"),
    ];

    public static IEnumerable<PlannedFile> Plan(Network network) =>
    [
        new("ansible/inventory.yml", "ansible/inventory.sbn", InventoryView.Of(network)),
        .. Fixed.Select(f => new PlannedFile(f.Path, $"ansible/{f.Template}.sbn", new View { { "header", Header.Lines() } })),
    ];
}
