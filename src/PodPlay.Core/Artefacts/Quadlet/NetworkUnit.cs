using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A zone as a podman network.</summary>
internal static class NetworkUnit
{
    public static Unit Of(Zone zone)
    {
        var path = $"zones.{zone.Name}";
        var unit = new UnitSection("Unit", path);
        unit.Add("Description", Quote.SystemdText($"podplay: zone {zone.Name}"));
        List<UnitSection> sections = [unit, zone.Attachment is { } wire ? Wire(zone, wire, path) : Network(zone, path)];
        if (!QuadletKeys.Knows(zone.Host.Podman, "Network", "NetworkDeleteOnStop"))
            sections.Add(Service(zone, path));
        return new Unit(zone.Host, $"{UnitFolders.Quadlet(zone.Host)}/{zone.Name}.network", "network", sections);
    }

    private static UnitSection Network(Zone zone, string path)
    {
        var section = new UnitSection("Network", path);
        section.Add("NetworkName", Quote.SystemdLine(zone.NetworkName));
        if (QuadletKeys.Knows(zone.Host.Podman, "Network", "InterfaceName"))
            section.Add("InterfaceName", Quote.SystemdLine(zone.Bridge));
        else
            section.Add("Options", Quote.SystemdWord($"com.docker.network.bridge.name={zone.Bridge}"));
        section.Add("Options", "isolate=false", comments:
        [
            "podplay's ruleset separates the zones. What netavark's isolation drops no other table can allow again, and its",
            "default changes with Podman 6. Not Internal=true either: published ports would be dead without a word.",
        ]);
        // Beside an IPv6 subnet alone it would bring an IPv4 one of podman's choice, 10.89.0.0/24, that no rule knows (measured on
        // podman 5.4.2). The subnet by itself turns IPv6 on.
        if (zone.SubnetOf(Family.IPv6) is not null && zone.SubnetOf(Family.IPv4) is not null)
            section.Add("IPv6", "true");
        AddSubnets(section, zone);
        return section;
    }

    // Options in podman's words (network_interface.md, netavark's macvlan and ipvlan drivers). No resolver of podman's answers there.
    private static UnitSection Wire(Zone zone, Attachment wire, string path)
    {
        var section = new UnitSection("Network", path);
        section.Add("NetworkName", Quote.SystemdLine(zone.NetworkName));
        section.Add("Driver", wire.Word, $"{path}.attach", [$"{path}.attach: machines of the wire, which no ruleset of this host sees"]);
        section.Add("Options", Quote.SystemdWord($"parent={wire.Parent}"), $"{path}.parent");
        if (wire.Kind == AttachmentKind.Passthru)
            section.Add("Options", "mode=passthru", $"{path}.attach");
        section.Add("DisableDNS", "true");
        if (zone.SubnetOf(Family.IPv6) is not null && zone.SubnetOf(Family.IPv4) is not null)
            section.Add("IPv6", "true");
        AddSubnets(section, zone);
        return section;
    }

    private static void AddSubnets(UnitSection section, Zone zone)
    {
        foreach (var subnet in zone.Subnets)
        {
            // Whole triples: gateways and ranges belong to subnets by their position.
            section.Add("Subnet", subnet.Prefix.ToString());
            section.Add("Gateway", subnet.Gateway.ToString());
            section.Add("IPRange", subnet.DynamicRange.ToString());
        }
        if (QuadletKeys.Knows(zone.Host.Podman, "Network", "NetworkDeleteOnStop"))
            section.Add("NetworkDeleteOnStop", "true", comments: [MadeAnew]);
    }

    // `network create --ignore` keeps an old network as it is (podman issue 23678).
    private static UnitSection Service(Zone zone, string path)
    {
        var section = new UnitSection("Service", path);
        section.Add("ExecStopPost", $"-/usr/bin/podman network rm {Quote.SystemdWord(zone.NetworkName)}", comments: [MadeAnew]);
        return section;
    }

    private const string MadeAnew = "A restart of this unit makes the network anew, so that a changed subnet counts.";
}
