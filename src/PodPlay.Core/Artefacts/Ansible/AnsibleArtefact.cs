using System.Collections.Immutable;
using PodPlay.Artefacts.Handoff;
using PodPlay.Model;

namespace PodPlay.Artefacts.Ansible;

/// <summary>The hand-off by Ansible: an inventory, a playbook and one role. Its script of each host is made from the parts of that host's
/// <c>apply.sh</c>, so that both check the same and replace a firewall in the same way.</summary>
public static class AnsibleArtefact
{
    public const string Id = "ansible";

    private const string Role = "ansible/roles/podplay";

    // The same for every network: what differs is in the lists and scripts of the hosts.
    private static readonly ImmutableArray<(string Path, string Template)> Fixed =
    [
        ("ansible/site.yml", "site"),
        ($"{Role}/defaults/main.yml", "defaults"),
        ($"{Role}/handlers/main.yml", "handlers"),
        ($"{Role}/meta/main.yml", "meta"),
        ($"{Role}/tasks/effects.yml", "tasks-effects"),
        ($"{Role}/tasks/files.yml", "tasks-files"),
        ($"{Role}/tasks/firewall.yml", "tasks-firewall"),
        ($"{Role}/tasks/look.yml", "tasks-look"),
        ($"{Role}/tasks/main.yml", "tasks-main"),
        ($"{Role}/tasks/units.yml", "tasks-units"),
        ($"{Role}/vars/decisions.yml", "decisions"),
    ];

    public static IEnumerable<PlannedFile> Plan(Network network, IReadOnlyList<PlannedFile> files)
    {
        yield return new("ansible/inventory.yml", "ansible/inventory.sbn", AnsibleViews.Inventory(network));
        foreach (var (path, template) in Fixed)
            yield return new(path, $"ansible/{template}.sbn", new View { { "header", Header.Lines() } });
        foreach (var host in network.Hosts)
        {
            var own = HostFiles.Of(host, files);
            yield return new($"{Role}/vars/hosts/{host.Name}.yml", "ansible/vars.sbn", AnsibleViews.Host(host, own));
            yield return new($"{Role}/files/{host.Name}.sh", "ansible/host.sbn", ApplyView.Of(network, host, own));
        }
    }
}
