using System.Collections.Immutable;
using PodPlay.Artefacts.Handoff;
using PodPlay.Model;

namespace PodPlay.Artefacts.Ansible;

/// <summary>What the templates of the inventory and of a host's list see.</summary>
internal static class AnsibleViews
{
    public static View Inventory(Network network) => new()
    {
        { "header", Header.Lines() },
        { "hosts", network.Hosts.Select(h => new View { { "name", h.Name }, { "address", Quote.Yaml(h.Addresses[0].ToString()) }, { "port", h.Admin?.SshPort ?? 22 } }) },
    };

    public static View Host(Host host, ImmutableArray<HostFile> files) => new()
    {
        { "header", Header.Lines() },
        { "user", Quote.Yaml(host.Rootless?.User ?? "") },
        { "uid", host.Rootless?.Uid ?? 0 },
        { "has_no_services", !files.Any(IsService) },
        { "services", files.Where(IsService).SelectMany(f => f.Effect.Units).Select(Quote.Yaml) },
        { "files", files.Where(f => f.Effect.Kind != EffectKind.None).Select(Of) },
    };

    private static bool IsService(HostFile file) => file.Effect.Kind == EffectKind.Restart && file.Path.EndsWith(".container", StringComparison.Ordinal);

    // As apply.sh writes it, so that either of the two finishes what the other began.
    private static View Of(HostFile file) => new()
    {
        { "path", Quote.Yaml(file.Path) },
        { "todo", file.Effect.Units.DefaultIfEmpty("-").Select(u => Quote.Yaml($"{ApplyView.Word(file.Effect.Kind)}|{u}")) },
    };
}
