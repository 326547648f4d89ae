using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;
using static PodPlay.Import.SpecDraft;

namespace PodPlay.Import;

/// <summary>A compose file as a first spec. Whatever cannot be carried over is reported, and listed at the head of the spec.</summary>
public static class ComposeImport
{
    /// <returns>The spec's text; null after an error.</returns>
    public static string? Read(SourceText source, ImportOptions options, DiagnosticBag diagnostics)
    {
        if (SpecParser.Parse(source, diagnostics) is not { } root)
            return null;
        if (root["services"] is not SpecMapping { Entries.IsEmpty: false })
        {
            diagnostics.Report(Diagnose.ImportNotCompose(source.Path, root.Find("services")?.Key.Span ?? root.Entries.FirstOrDefault()?.Key.Span ?? root.Span));
            return null;
        }
        var reader = new ComposeReader(diagnostics);
        var names = new ImportNames();
        names.Take(options.Host, "host");
        var services = ServicesOf(root, options, reader, names);
        var zones = new ComposeNetworks(reader, names).Read(root);
        ReportRest(root, reader);
        var flows = ComposeFlows.Of(services, reader).ToList();
        var stands = services.Where(s => !s.OnHostNetwork).ToDictionary(s => s, s => ZoneOf(s, zones, reader));
        if (diagnostics.HasErrors)
            return null;
        var used = zones.Values.Where(stands.ContainsValue).OrderBy(z => z.Name, StringComparer.Ordinal).ToList();
        foreach (var zone in used.Where(z => z.Subnets.Count == 0))
            zone.Subnets.Add(ComposeNetworks.FreeSubnet(used.SelectMany(z => z.Subnets), options.Lan));
        (string, SpecNode)[] sections =
        [
            .. Surroundings(options),
            ("zones", Map(used.Select(z => (z.Name, (SpecNode)Map([("subnets", Addresses(z.Subnets)), ("egress", Plain(z.HasEgress ? "internet" : "none"))]))))),
            ("services", Map(services.Select(s => (s.Name, (SpecNode)DraftPrinter.Service(s, stands.GetValueOrDefault(s), options.Host, reader))))),
            ("flows", Map(flows.Select(f => (f.Flow, f.Ports is [var one] ? (SpecNode)Plain(one) : List(f.Ports))))),
        ];
        return Print(source.Path, sections, diagnostics, Remarks(services));
    }

    private static List<DraftService> ServicesOf(SpecMapping root, ImportOptions options, ComposeReader reader, ImportNames names)
    {
        var project = $"/srv/{ImportNames.Label(root["name"] is SpecScalar { IsNull: false } name ? name.Text : "compose")}";
        var services = new List<DraftService>();
        foreach (var entry in reader.Map(root["services"], "services"))
        {
            var compose = entry.Key.Text;
            if (entry.Value is not SpecMapping map)
            {
                reader.Form(entry.Value, compose, "a map");
                continue;
            }
            var profiles = map.Find("profiles") is { } asked ? reader.List(asked.Value, $"{compose}.profiles").OfType<SpecScalar>().Select(p => p.Text).ToList() : [];
            if (profiles.Count > 0 && !profiles.Exists(p => options.Profiles.Contains(p)))
            {
                reader.NotCarried(entry.Key, $"{compose}, of the profile {string.Join(", ", profiles)},", $"compose does not start it either; with it: --profile {profiles[0]}");
                continue;
            }
            var service = new DraftService(compose, names.Take(compose, "service"), entry.Key);
            new ComposeServiceReader(project, reader).Read(service, reader.Map(map, compose));
            services.Add(service);
        }
        return services;
    }

    // One service stands in one zone: the first network that it names.
    private static DraftZone ZoneOf(DraftService service, Dictionary<string, DraftZone> zones, ComposeReader reader)
    {
        var known = service.Networks.Where(n =>
        {
            if (!zones.ContainsKey(n.Network))
                reader.Form(n.Place, $"{service.Compose}.networks", "a network that networks: has");
            return zones.ContainsKey(n.Network);
        }).ToList();
        foreach (var (network, place, _) in known.Skip(1))
            reader.NotCarried(place, $"the network {network} of {service.Compose}", $"it stands in {zones[known[0].Network].Name}; flows reach into other zones");
        return zones[known.Count == 0 ? "default" : known[0].Network];
    }

    private static void ReportRest(SpecMapping root, ComposeReader reader)
    {
        foreach (var entry in reader.Map(root, "the file"))
        {
            if (entry.Key.Text == "volumes")
            {
                foreach (var volume in reader.Map(entry.Value, "volumes"))
                {
                    foreach (var setting in reader.Map(volume.Value, $"volumes.{volume.Key.Text}"))
                        reader.NotCarried(setting.Key, $"volumes.{volume.Key.Text}.{setting.Key.Text}", "podplay makes plain podman volumes");
                }
            }
            else if (entry.Key.Text is not ("version" or "name" or "services" or "networks" or "secrets"))
                reader.NotCarried(entry.Key, entry.Key.Text, ComposeUncarried.Instead(entry.Key.Text));
        }
    }

    private static IEnumerable<string> Remarks(List<DraftService> services)
    {
        var secrets = services.SelectMany(s => s.SecretVariables.Keys.Concat(s.SecretFiles)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (services.Exists(s => s.Ports.Exists(p => p.Scope == "lan")))
            yield return "Published ports are open to the LAN. For the internet: public: instead of lan:, on the service that is meant.";
        yield return "Between services nothing passes that flows: does not list.";
        if (!secrets.IsEmpty)
            yield return string.Create(CultureInfo.InvariantCulture, $"On the host, for each of {string.Join(", ", secrets)}: podman secret create NAME -");
    }
}
