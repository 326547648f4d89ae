using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Syntax;
using PodPlay.Text;
using static PodPlay.Import.SpecDraft;

namespace PodPlay.Import;

/// <summary>What <c>podman network inspect</c> prints, as the zones of a first spec. JSON is YAML, so that one reader finds every fault with its place.</summary>
public static class NetworkImport
{
    // Podman's own, which every host has.
    private const string PodmansDefault = "podman";

    /// <returns>The spec's text; null after an error.</returns>
    public static string? Read(SourceText source, ImportOptions options, DiagnosticBag diagnostics)
    {
        if (SpecParser.ParseAny(source, diagnostics) is not { } root)
            return null;
        if (root is not SpecSequence { Items: var items } || items.FirstOrDefault(i => i is not SpecMapping) is not null)
        {
            diagnostics.Report(Diagnose.ImportNotNetworks(root is SpecSequence list ? list.Items.First(i => i is not SpecMapping) : root, "a list of networks, each in braces"));
            return null;
        }
        var reader = new ComposeReader(diagnostics);
        var names = new ImportNames();
        names.Take(options.Host, "host");
        var zones = new List<(string, SpecNode)>();
        var remarks = new List<string>();
        foreach (var network in items.Cast<SpecMapping>())
            Add(network, reader, names, zones, remarks);
        if (diagnostics.HasErrors)
            return null;
        (string, SpecNode)[] sections =
        [
            .. Surroundings(options),
            ("zones", Map(zones)),
        ];
        return Print(source.Path, sections, diagnostics, remarks);
    }

    private static void Add(SpecMapping network, ComposeReader reader, ImportNames names, List<(string, SpecNode)> zones, List<string> remarks)
    {
        if (network["name"] is not SpecScalar { IsNull: false, Text: var name } place)
        {
            reader.Diagnostics.Report(Diagnose.ImportNotNetworks(network["name"] ?? network, "a network with its name"));
            return;
        }
        if (name == PodmansDefault)
        {
            reader.NotCarried(place, $"the network {name}", "it is podman's own default; zones are networks of their own");
            return;
        }
        var zone = names.Take(name.StartsWith("systemd-", StringComparison.Ordinal) ? name[8..] : name, "net");
        var entries = new List<(string, SpecNode)>();
        if (SubnetsOf(network, name, reader) is { Count: > 0 } subnets)
            entries.Add(("subnets", Addresses(subnets)));
        var driver = network["driver"] is SpecScalar { Text: var word } ? word : "bridge";
        if (driver is "macvlan" or "ipvlan" && network["network_interface"] is SpecScalar { IsNull: false, Text: var parent })
            entries.AddRange([("attach", Plain(driver)), ("parent", Word(parent))]);
        else if (driver != "bridge")
            reader.NotCarried(network["driver"]!, $"the driver {driver} of {name}", "zones are bridges, or attached to an interface");
        else
            entries.Add(("egress", Plain(network["internal"] is SpecScalar { Text: "true" } ? "none" : "internet")));
        foreach (var option in reader.Map(network["options"], $"{name}.options").Where(o => o.Key.Text != "parent"))
            reader.NotCarried(option.Key, $"{name}.options.{option.Key.Text}");
        if (driver == "bridge" && network["dns_enabled"] is SpecScalar { Text: "false" } dns)
            reader.NotCarried(dns, $"{name} without podman's name server", "the names of services come from it");
        zones.Add((zone, Map(entries)));
        remarks.AddRange(Containers(network, reader).Select(c => $"In {zone} stands {c}"));
    }

    private static List<string> SubnetsOf(SpecMapping network, string name, ComposeReader reader)
    {
        var subnets = new List<string>();
        foreach (var item in network["subnets"] is { } node ? reader.List(node, $"{name}.subnets").OfType<SpecMapping>() : [])
        {
            if (item["subnet"] is not SpecScalar { Text: var text } subnet || !text.Contains('/', StringComparison.Ordinal) || Prefix.Parse(text, out _) is not { } prefix)
                reader.Diagnostics.Report(Diagnose.ImportNotNetworks(item["subnet"] ?? item, "a subnet such as 10.89.0.0/24"));
            else if (subnets.Exists(s => Prefix.Parse(s).Family == prefix.Family))
                reader.NotCarried(subnet, $"the second subnet of {name}", "a zone has one of each family");
            else
            {
                subnets.Add(prefix.ToString());
                if (item["gateway"] is SpecScalar { IsNull: false, Text: var gateway } own && Address.Parse(gateway) != prefix.First.Plus(1))
                    reader.NotCarried(own, $"the gateway {gateway} of {name}", "the first address of a subnet is its gateway");
                if (item["lease_range"] is { } lease)
                    reader.NotCarried(lease, $"the lease range of {name}", "the last part of a subnet is podman's own");
            }
        }
        return subnets;
    }

    private static IEnumerable<string> Containers(SpecMapping network, ComposeReader reader) =>
        from container in reader.Map(network["containers"], "containers")
        let facts = container.Value as SpecMapping
        let addresses = from face in reader.Map(facts?["interfaces"], "interfaces")
                        from subnet in (face.Value as SpecMapping)?["subnets"] is SpecSequence list ? list.Items : []
                        where (subnet as SpecMapping)?["ipnet"] is SpecScalar
                        select ((SpecScalar)((SpecMapping)subnet)["ipnet"]!).Text.Split('/')[0]
        orderby (facts?["name"] as SpecScalar)?.Text ?? "", container.Key.Text
        select $"{(facts?["name"] as SpecScalar)?.Text ?? "a container"}, {string.Join(" and ", addresses)}";
}
