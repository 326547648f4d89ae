using PodPlay.Artefacts;
using PodPlay.Drift.Reports;
using PodPlay.Model;

namespace PodPlay.Drift;

/// <summary>Networks as podman has them: it keeps an old one whatever its unit's file says.</summary>
internal static class NetworkDrift
{
    // podman's own, on every host.
    private const string Default = "podman";

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states)
    {
        foreach (var zone in target.Host.Zones)
        {
            var unit = target.Units.Single(u => u.Kind == EffectKind.Network && u.Name == $"{zone.Name}-network.service");
            if (!states.IsAsSpec(unit.Path))
                continue;
            var lines = report.Networks.FirstOrDefault(n => n.Name == zone.NetworkName) is { } network ? [.. Differences(zone, network)] : (string[]?)null;
            if (lines is { Length: > 0 })
                yield return Of(DriftKind.Changed, zone.NetworkName, "is another one than its unit says", zone, target.Systemctl($"restart {unit.Name}") + "; its services go down with it") with { Lines = [.. lines] };
            // Podman makes a network when the first service starts in it.
            if (lines is null && report.CanSee(ReportSections.Networks) && report.Containers.Any(c => zone.Services.Any(s => s.Replicas.Any(r => r.Name == c.Name))))
                yield return Of(DriftKind.Changed, zone.NetworkName, "is gone", zone, target.Systemctl($"restart {unit.Name}"));
        }
        foreach (var network in report.Networks.Where(n => n.Name != Default && target.Host.Zones.All(z => z.NetworkName != n.Name)))
            yield return new(DriftKind.Extra, $"network {network.Name}", $"is not in the spec: {network.Driver} {network.Subnets}", target.Path, "podman network rm, or make it a zone of the spec");
    }

    private static Deviation Of(DriftKind kind, string name, string what, Zone zone, string cure) => new(kind, $"network {name}", what, $"zones.{zone.Name}", cure);

    private static IEnumerable<string> Differences(Zone zone, ReportedNetwork network)
    {
        var subnets = string.Join(' ', zone.Subnets.Select(s => $"{s.Prefix},{s.Gateway}"));
        return Lines("subnets and gateways", subnets, network.Subnets)
            .Concat(Lines("driver", zone.Attachment?.Word ?? "bridge", network.Driver))
            .Concat(Lines("interface", zone.Attachment?.Parent ?? zone.Bridge, network.Interface))
            .Concat(Lines("internal", "false", network.Internal))
            .Concat(Lines("resolver", zone.Attachment is null ? "true" : "false", network.Resolver))
            .Concat(Lines("options", Options(zone), network.Options));
    }

    // Of a wire's parent podman makes the interface (5.4.2); the rest stays an option.
    private static string Options(Zone zone) => zone.Attachment switch
    {
        null => "isolate=false",
        { Kind: AttachmentKind.Passthru } => "mode=passthru",
        _ => "",
    };

    private static string[] Lines(string what, string wanted, string found) => wanted == found ? [] : [$"- {what} {wanted}", $"+ {what} {found}"];
}
