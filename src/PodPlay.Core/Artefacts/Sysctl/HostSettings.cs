using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>The settings of a host: what containers need, the preset, and the spec's own, which have the last word.</summary>
internal static class HostSettings
{
    // 16 MiB cover 1 Gbit/s over 130 ms; the values at the start are the kernel's own.
    private static readonly (string Key, string Value)[] Throughput =
    [
        ("net.core.rmem_max", "8388608"),
        ("net.core.wmem_max", "8388608"),
        ("net.ipv4.tcp_rmem", "4096 131072 16777216"),
        ("net.ipv4.tcp_wmem", "4096 16384 16777216"),
    ];

    public static ImmutableArray<SysctlSetting> Of(Host host)
    {
        var preset = host.TunedForThroughput ? Throughput.Select(s => new SysctlSetting(s.Key, s.Value, $"hosts.{host.Name}.tuning")) : [];
        return
        [
            .. Baseline(host).Concat(preset).Concat(host.Sysctl)
                .GroupBy(s => SysctlName.Parse(s.Key).ToString(), StringComparer.Ordinal)
                .Select(same => same.Last() with { Key = same.Key }),
        ];
    }

    // No globs: udev has them applied to every interface that appears, podman's bridges included, and they would undo what
    // netavark set there (it writes drop-ins of its own against that, but only from 1.16 on; Debian 13 has 1.14).
    private static IEnumerable<SysctlSetting> Baseline(Host host)
    {
        if (host.Rootless is not null || host.Zones.All(z => z.Attachment is not null))
            return [];
        var hasIPv6 = host.Zones.Any(z => z.Attachment is null && z.SubnetOf(Family.IPv6) is not null);
        var settings = new List<(string Key, string Value)> { ("net.ipv4.ip_forward", "1") };
        if (hasIPv6)
            settings.Add(("net.ipv6.conf.all.forwarding", "1"));
        if (hasIPv6 && host.Uplink is { } uplink)
            settings.Add((new SysctlName(["net", "ipv6", "conf", uplink, "accept_ra"]).ToString(), "2"));
        settings.AddRange(
        [
            ("net.ipv4.conf.default.rp_filter", "2"),
            ("net.ipv4.conf.all.accept_redirects", "0"),
            ("net.ipv6.conf.all.accept_redirects", "0"),
            ("net.ipv4.conf.all.send_redirects", "0"),
            ("net.ipv4.conf.all.accept_source_route", "0"),
        ]);
        return settings.Select(s => new SysctlSetting(s.Key, s.Value, $"hosts.{host.Name}"));
    }
}
