using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Artefacts.Nftables;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Model;

namespace PodPlay.Artefacts.Handoff;

/// <summary>What <c>collect.sbn</c> sees: what to look at on one host. What is done about it is the same on every host.</summary>
internal static class CollectView
{
    // Templates of Go's, with tabs between fields. IDs of networks are random, times are no drift.
    private const string Network =
        """{{.Name}}{{"\t"}}{{.Driver}}{{"\t"}}{{.NetworkInterface}}{{"\t"}}{{.Internal}}{{"\t"}}{{.DNSEnabled}}{{"\t"}}{{range .Subnets}}{{.Subnet}},{{.Gateway}} {{end}}{{"\t"}}{{range $key, $value := .Options}}{{$key}}={{$value}} {{end}}""";

    private const string Container =
        """{{.Name}}{{"\t"}}{{.State.Status}}{{"\t"}}{{.ImageName}}{{"\t"}}{{.Image}}{{"\t"}}{{index .Config.Labels "PODMAN_SYSTEMD_UNIT"}}{{"\t"}}{{range $key, $value := .NetworkSettings.Networks}}{{$key}}={{$value.IPAddress}},{{$value.GlobalIPv6Address}} {{end}}""";

    public static View Of(Host host, ImmutableArray<HostFile> files) => new()
    {
        { "header", Header.Lines() },
        { "host", host.Name },
        { "user", host.Rootless?.User ?? "" },
        { "uid", (host.Rootless?.Uid ?? 0).ToString(CultureInfo.InvariantCulture) },
        { "files", files.Select(f => f.Path) },
        { "firewall", NftablesArtefact.Unit },
        { "units", HostUnits.Of(files).Where(u => u.Name != NftablesArtefact.Unit).Select(u => u.Name) },
        { "images", host.Services.Select(s => s.Image).Distinct().Order(StringComparer.Ordinal) },
        { "settings", HostSettings.Of(host).Select(s => SysctlName.Parse(s.Key)).Select(n => $"{n}|{string.Join('/', n.Parts)}") },
        { "network_format", Network },
        { "container_format", Container },
        { "image_format", "{{.Id}}" },
        { "secret_format", "{{.Name}}" },
    };
}
