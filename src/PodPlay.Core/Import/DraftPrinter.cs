using System.Globalization;
using PodPlay.Model;
using PodPlay.Syntax;
using static PodPlay.Import.SpecDraft;

namespace PodPlay.Import;

/// <summary>A draft service as nodes of a spec, keys in the order in which people write them.</summary>
internal static class DraftPrinter
{
    public static SpecMapping Service(DraftService service, DraftZone? zone, string host, ComposeReader reader)
    {
        var entries = new List<(string, SpecNode)> { ("image", Plain(service.Image)) };
        if (zone is null)
            entries.AddRange([("network", Plain("host")), ("host", Plain(host))]);
        else
            entries.Add(("zone", Plain(zone.Name)));
        if (zone is not null && NumberOf(service, zone, reader) is { } at)
            entries.Add(("at", Plain(Number(at))));
        if (service.Aliases.Count > 0)
            entries.Add(("aliases", List(service.Aliases)));
        if (service.Replicas > 1)
            entries.Add(("replicas", Plain(Number(service.Replicas))));
        foreach (var ports in service.Ports.GroupBy(p => p.Scope).OrderBy(g => g.Key, StringComparer.Ordinal))
            entries.Add((ports.Key, Map(ports.OrderBy(p => p.FirstPort).Select(p => (p.Name, (SpecNode)Plain(p.Text))))));
        AddText(entries, "command", service.Command);
        AddText(entries, "health", service.Health);
        if (service.Environment.Count > 0)
            entries.Add(("environment", Map(service.Environment.Select(e => (e.Key, (SpecNode)Word(e.Value))))));
        if (service.Volumes.Count > 0)
            entries.Add(("volumes", Map(service.Volumes.Select(v => (v.Source, v.ReadOnly ? (SpecNode)Map([("at", Word(v.Target)), ("read-only", Plain("true"))]) : Word(v.Target))))));
        if (service.SecretVariables.Count > 0)
            entries.Add(("secrets", Map(service.SecretVariables.Select(s => (s.Key, (SpecNode)Word(s.Value))))));
        else if (service.SecretFiles.Count > 0)
            entries.Add(("secrets", List(service.SecretFiles)));
        AddList(entries, "devices", service.Devices);
        if (service.Sysctl.Count > 0)
            entries.Add(("sysctl", Map(service.Sysctl.Select(s => (s.Key, (SpecNode)Word(s.Value))))));
        AddList(entries, "capabilities", service.Capabilities);
        AddText(entries, "user", service.User);
        if (service.ReadOnly)
            entries.Add(("read-only", Plain("true")));
        if (service.Dns.Count > 0)
            entries.Add(("dns", Addresses(service.Dns)));
        if (service.StopTimeout is { } seconds)
            entries.Add(("stop-timeout", Plain(Number(seconds))));
        // One list or one map: both at once a spec cannot say.
        if (service is { SecretVariables.Count: > 0, SecretFiles.Count: > 0 })
            reader.NotCarried(service.Place, $"{string.Join(", ", service.SecretFiles)} of {service.Compose}, as files,", "secrets are files (a list) or variables (a map) of a service, not both");
        return Map(entries);
    }

    // The number behind the network's base, where the address lies in it.
    private static int? NumberOf(DraftService service, DraftZone zone, ComposeReader reader)
    {
        if (service.Networks is not [var (_, place, text), ..] || text is null)
            return null;
        if (Address.Parse(text) is { Family: Family.IPv4 } address && zone.Subnets.Select(s => Prefix.Parse(s)).FirstOrDefault(p => p.Contains(address)) is { Length: > 0 } subnet
            && address.Value - subnet.First.Value is var number && number > UInt128.One && number <= 65534)
            return (int)number;
        reader.NotCarried(place, $"the address {text} of {service.Compose}", "at: is the number behind the subnet's base, 2 or more");
        return null;
    }

    private static void AddText(List<(string, SpecNode)> entries, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            entries.Add((key, Word(text)));
    }

    private static void AddList(List<(string, SpecNode)> entries, string key, List<string> items)
    {
        if (items.Count > 0)
            entries.Add((key, List(items)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
