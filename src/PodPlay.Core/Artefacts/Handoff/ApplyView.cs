using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Artefacts.Backup;
using PodPlay.Artefacts.Nftables;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Handoff;

/// <summary>What <c>apply.sbn</c> sees: the tables of one host. What is done with them is the same on every host.</summary>
internal static class ApplyView
{
    public static View Of(Network network, Host host, ImmutableArray<HostFile> files) => new()
    {
        { "header", Header.Lines() },
        { "host", host.Name },
        { "addresses", string.Join(' ', host.Addresses) },
        { "podman", host.Podman.ToString() },
        { "user", host.Rootless?.User ?? "" },
        { "uid", (host.Rootless?.Uid ?? 0).ToString(CultureInfo.InvariantCulture) },
        { "resolvers", host.Rootless is null ? string.Join(' ', host.Zones.SelectMany(z => z.Subnets).Select(s => s.Gateway)) : "" },
        { "needs_subuid", YesNo(host.Rootless is null && host.Services.Any(s => s.HasOwnUserNamespace)) },
        { "needs_clock", YesNo(host.Services.Any(s => s.Timer is not null)) },
        { "files", files.Select(f => $"{f.Path}|{Word(f.Effect.Kind)}|{string.Join(' ', f.Effect.Units)}") },
        // Lines of a here-document, read as words: nothing that means something to a shell can stand in the name of a secret or an image.
        { "secrets", host.Services.SelectMany(s => ContainerSecrets.NamesOf(s, network)).Distinct().Order(StringComparer.Ordinal) },
        { "images", host.Services.Select(s => s.Image).Distinct().Order(StringComparer.Ordinal) },
        { "devices", host.Services.SelectMany(s => s.Devices).Select(d => d.Split(':')[0]).Distinct().Order(StringComparer.Ordinal) },
        // Root makes them by itself; a user cannot, outside its home.
        { "backups", host.Rootless is null ? [] : SavedVolume.On(host).Select(v => v.Backup.Folder).Distinct().Order(StringComparer.Ordinal) },
        { "firewall", NftablesArtefact.Unit },
    };

    /// <summary>An effect as the script calls it.</summary>
    public static string Word(EffectKind kind) => kind switch
    {
        EffectKind.RestartAll => "restart-all",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string YesNo(bool value) => value ? "yes" : "no";
}
