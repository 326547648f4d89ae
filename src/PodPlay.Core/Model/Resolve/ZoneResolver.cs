using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>The zones on their hosts, without their services.</summary>
internal static class ZoneResolver
{
    // Linux: IFNAMSIZ is 16 with the closing zero.
    private const int LongestInterfaceName = 15;

    public static ImmutableArray<Zone> Resolve(PodPlaySpec spec, string networkPrefix, ImmutableArray<Host> hosts, DiagnosticBag diagnostics)
    {
        var zones = ImmutableArray.CreateBuilder<Zone>();
        foreach (var zone in spec.Zones.OrderBy(z => z.Name.Value, StringComparer.Ordinal))
        {
            if (HostOf(zone.Host, zone.Name, spec, hosts, diagnostics) is not { } host)
                continue;
            if (zone.Attach is { } attach && zone.Parent is null)
                diagnostics.Report(Diagnose.AttachWithoutParent(attach.Span, zone.Name.Value));
            else if (zone.Attach is null && zone.Parent is { } parent)
                diagnostics.Report(Diagnose.ParentWithoutAttach(parent.Span, zone.Name.Value));
            zones.Add(new Zone
            {
                Name = zone.Name.Value,
                Host = host,
                NetworkName = $"{networkPrefix}-{zone.Name.Value}",
                Bridge = BridgeOf(zone.Name.Value),
                Attachment = zone.Attach is { } kind ? new(KindOf(kind.Value), zone.Parent?.Value ?? "") : null,
                Subnets = SubnetsOf(zone, zone.Attach is null ? [] : spec.Router?.Addresses ?? [], diagnostics),
                HasEgress = zone.Egress?.Value == "internet",
            });
        }
        return zones.ToImmutable();
    }

    /// <summary>What is said, else the default, else the only host there is.</summary>
    internal static Host? HostOf(Spanned<string>? wanted, Spanned<string> asker, PodPlaySpec spec, ImmutableArray<Host> hosts, DiagnosticBag diagnostics)
    {
        if ((wanted ?? spec.Defaults.Host) is { } name)
        {
            var found = hosts.FirstOrDefault(h => h.Name == name.Value);
            if (found is null)
                diagnostics.Report(Diagnose.UnknownHost(name, hosts.Select(h => h.Name)));
            // Any host will do from here on: without it, every service of the zone would seem to have no zone.
            return found ?? hosts.FirstOrDefault();
        }
        if (hosts.Length > 1)
            diagnostics.Report(Diagnose.HostUnclear(asker, hosts.Select(h => h.Name)));
        return hosts.FirstOrDefault();
    }

    /// <summary><c>pp-ZONE</c>; a longer name is cut and told apart by a hash of the whole.</summary>
    internal static string BridgeOf(string zone)
    {
        var plain = $"pp-{zone}";
        if (plain.Length <= LongestInterfaceName)
            return plain;
        var hash = Sha256.Hex(zone)[..4];
        return $"{plain[..(LongestInterfaceName - 5)].TrimEnd('-')}-{hash}";
    }

    private static AttachmentKind KindOf(string word) => word switch
    {
        "ipvlan" => AttachmentKind.Ipvlan,
        "passthru" => AttachmentKind.Passthru,
        _ => AttachmentKind.Macvlan,
    };

    /// <param name="routers">Who is the gateway where it is not the zone's own bridge.</param>
    private static ImmutableArray<Subnet> SubnetsOf(ZoneSpec zone, ImmutableArray<Spanned<string>> routers, DiagnosticBag diagnostics)
    {
        var subnets = new List<Subnet>();
        foreach (var text in zone.Subnets)
        {
            if (Prefix.Parse(text.Value, out var hasHostBits) is not { } prefix)
                continue;
            if (hasHostBits)
                diagnostics.Report(Diagnose.InvalidSubnet(text, prefix));
            else if (prefix.Length > (prefix.Family == Family.IPv4 ? 29 : 124) || prefix.Length < (prefix.Family == Family.IPv4 ? 8 : 32))
                diagnostics.Report(Diagnose.SubnetSize(text));
            else if (subnets.Exists(s => s.Family == prefix.Family))
                diagnostics.Report(Diagnose.SecondSubnetOfFamily(text, zone.Name.Value, prefix.Family));
            else
                subnets.Add(routers.Select(r => Address.Parse(r.Value)).OfType<Address>().Where(prefix.Contains).ToArray() is [var router, ..] ? new(prefix) { Gateway = router } : new(prefix));
        }
        if (!zone.NamesSubnets)
            diagnostics.Report(Diagnose.ZoneWithoutSubnet(zone.Name));
        return [.. subnets.OrderBy(s => s.Family)];
    }
}
