using System.Collections.Immutable;
using System.Text;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Handoff;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Drift;

/// <summary>What the spec wants of one host.</summary>
/// <param name="Hashes">SHA-256 of each file of its tree but the manifest, by path on the host without the first slash.</param>
/// <param name="Units">What the tree brings.</param>
/// <param name="HostsFile">The text of <c>/etc/podplay/hosts</c>.</param>
internal sealed record DriftTarget(Network Network, Host Host, ImmutableSortedDictionary<string, string> Hashes, ImmutableArray<HostUnit> Units, string HostsFile)
{
    public const string HostsPath = "etc/podplay/hosts";

    public const string RulesetPath = "etc/nftables.d/podplay.nft";

    public const string SettingsPath = "etc/sysctl.d/90-podplay.conf";

    public const string ManifestPath = "etc/podplay/MANIFEST";

    public static DriftTarget Of(Network network, Host host, IReadOnlyDictionary<string, byte[]> files)
    {
        var own = files.Where(f => f.Key.StartsWith($"{host.Name}/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(f => f.Key[(host.Name.Length + 1)..], f => f.Value, StringComparer.Ordinal);
        return new(
            network,
            host,
            own.Remove(ManifestPath).ToImmutableSortedDictionary(f => f.Key, f => Sha256.Hex(f.Value), StringComparer.Ordinal),
            HostUnits.Of(HostFiles.Of(host, ArtefactCatalog.Plan(network))),
            Encoding.UTF8.GetString(own[HostsPath]));
    }

    /// <summary>The part of the spec that says a thing of the host as such.</summary>
    public string Path => $"hosts.{Host.Name}";

    /// <summary>The part of the spec that a file comes from, as far as its name tells: a unit's service or zone, the service of a folder.</summary>
    public string PathOf(string file)
    {
        var parts = file.Split('/');
        // The folder of a drop-in bears the name of its unit.
        var name = (parts is [.., var folder, _] && folder.EndsWith(".d", StringComparison.Ordinal) ? folder : parts[^1]).Split('.')[0];
        if (file.EndsWith(".network", StringComparison.Ordinal))
            return $"zones.{name}";
        var service = Host.Services.FirstOrDefault(s => s.Replicas.Any(r => r.Name == name) || $"podplay-{s.Name}" == name)
            ?? Host.Services.FirstOrDefault(s => parts is ["etc", "podplay", var own, ..] && s.Name == own);
        return service is null ? Path : PathOf(service);
    }

    public static string PathOf(Service service) => $"services.{service.Name}";

    /// <summary>What brings the host to its tree again.</summary>
    /// <param name="options">With a space in front.</param>
    public string Apply(string options = "") => $"sh {Host.Name}.apply.sh{options}";

    /// <summary>systemctl, of the manager under which the services run.</summary>
    public string Systemctl(string arguments) => Host.Rootless is { } user ? $"systemctl --user --machine={user.User}@.host {arguments}" : $"systemctl {arguments}";
}
