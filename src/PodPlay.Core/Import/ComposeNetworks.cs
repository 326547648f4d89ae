using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>A network that becomes a zone.</summary>
internal sealed record DraftZone(string Name, SpecNode? Place, List<string> Subnets, bool HasEgress);

/// <summary>The networks of a compose file, by their names there; <c>default</c> is one of them.</summary>
internal sealed class ComposeNetworks(ComposeReader reader, ImportNames names)
{
    public Dictionary<string, DraftZone> Read(SpecMapping root)
    {
        var zones = new Dictionary<string, DraftZone>(StringComparer.Ordinal);
        foreach (var entry in reader.Map(root["networks"], "networks"))
            zones[entry.Key.Text] = Zone(entry);
        zones.TryAdd("default", new(names.Take("default", "net"), null, [], HasEgress: true));
        return zones;
    }

    /// <summary>A subnet that no other zone and not the LAN has.</summary>
    public static string FreeSubnet(IEnumerable<string> taken, Prefix lan)
    {
        var used = taken.Select(s => Prefix.Parse(s, out _)).OfType<Prefix>().Append(lan).ToList();
        return Enumerable.Range(1, 254).Select(n => Prefix.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"172.20.{n}.0/24"))).First(p => !used.Exists(u => u.Overlaps(p))).ToString();
    }

    private DraftZone Zone(SpecEntry entry)
    {
        var zone = new DraftZone(names.Take(entry.Key.Text, "net"), entry.Key, [], HasEgress: true);
        foreach (var setting in reader.Map(entry.Value, $"networks.{entry.Key.Text}"))
        {
            var what = $"networks.{entry.Key.Text}.{setting.Key.Text}";
            switch (setting.Key.Text)
            {
                case "internal": zone = zone with { HasEgress = reader.Text(setting.Value, what) != "true" }; break;
                case "ipam": Ipam(zone, setting.Value, what); break;
                case "driver" when reader.Text(setting.Value, what) is "bridge" or null: break;
                case "driver": reader.NotCarried(setting.Key, what, "every zone is a bridge; attach: on a zone puts it on a wire of the host"); break;
                case "external": reader.NotCarried(setting.Key, what, "podplay makes the network; what else stands in it belongs into this spec, too"); break;
                case "attachable" or "name" or "enable_ipv6" or "enable_ipv4": break;
                default: reader.NotCarried(setting.Key, what); break;
            }
        }
        return zone;
    }

    private void Ipam(DraftZone zone, SpecNode node, string what)
    {
        foreach (var setting in reader.Map(node, what))
        {
            if (setting.Key.Text != "config")
            {
                if (setting.Key.Text != "driver")
                    reader.NotCarried(setting.Key, $"{what}.{setting.Key.Text}");
                continue;
            }
            foreach (var entry in reader.List(setting.Value, $"{what}.config").SelectMany(i => reader.Map(i, $"{what}.config")))
            {
                if (entry.Key.Text != "subnet")
                    reader.NotCarried(entry.Key, $"{what}.config.{entry.Key.Text}", "the first address is the gateway, the last part is podman's own");
                else if (reader.Text(entry.Value, $"{what}.config.subnet") is { } text)
                    Subnet(zone, entry.Value, text);
            }
        }
    }

    private void Subnet(DraftZone zone, SpecNode node, string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) || Prefix.Parse(text, out var hasHostBits) is not { } prefix)
            reader.Form(node, "subnet", "a subnet such as 172.28.0.0/16");
        else if (zone.Subnets.Exists(s => Prefix.Parse(s).Family == prefix.Family))
            reader.NotCarried(node, $"the second subnet of {zone.Name}", "a zone has one of each family");
        else
        {
            if (hasHostBits)
                reader.Diagnostics.Report(Diagnose.ImportAdapted(node.Span, $"{text} has host bits set", $"becomes {prefix}"));
            zone.Subnets.Add(prefix.ToString());
        }
    }
}
