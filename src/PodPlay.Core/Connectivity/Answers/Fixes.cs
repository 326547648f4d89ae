using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>The lines of a spec that would turn a no into a yes.</summary>
internal static class Fixes
{
    public static IEnumerable<Fix> Of(Question question, Network network, ImmutableArray<Port> ports)
    {
        var (from, to) = (question.From, question.To);
        if (to == "internet")
            return IsIn(network, from) ? [new("flows", $"{from} -> internet: {question.Port ?? "any"}")] : [];
        if (network.Services.FirstOrDefault(s => s.Name == to) is not { } called || ports.IsEmpty)
            return [];
        return from switch
        {
            "internet" => ports.Where(p => p.Exposure != Exposure.Public).Select(p => Expose(called, p, "public", "")),
            "lan" or "router" => ports.Where(p => p.Exposure == Exposure.Private || p.From is not null).Select(p => Expose(called, p, "lan", "")),
            _ => Named(network, question, called, ports),
        };
    }

    private static IEnumerable<Fix> Named(Network network, Question question, Service called, ImmutableArray<Port> ports)
    {
        var hidden = HostOf(network, question.From) == called.Host ? [] : ports.Where(p => p.Host is null).ToList();
        if (network.Sources.Any(s => s.Name == question.From) && hidden.Count > 0)
            return hidden.Select(p => Expose(called, p, "lan", question.From));
        var names = ports.Select(p => p.Name).ToList();
        var flow = new Fix("flows", $"{question.From} -> {called.Name}: {(names.Count == 1 ? names[0] : $"[{string.Join(", ", names)}]")}");
        return hidden.Select(p => Expose(called, p, "lan", "")).Concat(network.Flows.Any(f => f.Text == $"{question.From} -> {called.Name}" && names.All(n => f.Ports.Any(p => p.Name == n))) ? [] : [flow]);
    }

    private static Fix Expose(Service service, Port port, string word, string source)
    {
        var protocols = port.Protocols is [Protocol.Tcp] ? "" : $"/{string.Join('+', port.Protocols.Select(p => p.Word()))}";
        var stages = port.Host is { } host && host != port.Container ? $"{(word == "public" ? $"{host} -> " : "")}{host} -> {port.Container}" : $"{port.Container}";
        var text = stages + protocols;
        return new($"services.{service.Name}", $"{word}: {{ {port.Name}: {(source.Length == 0 ? text : $"{{ port: {text}, from: {source} }}")} }}", port.Path[$"services.{service.Name}.".Length..]);
    }

    private static bool IsIn(Network network, string name) => network.Zones.Any(z => z.Name == name) || network.Services.Any(s => s.Name == name && s.Zone is not null);

    private static Host? HostOf(Network network, string name) =>
        network.Services.FirstOrDefault(s => s.Name == name)?.Host ?? network.Zones.FirstOrDefault(z => z.Name == name)?.Host ?? network.Hosts.FirstOrDefault(h => h.Name == name);
}
