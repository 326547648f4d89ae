using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Kernel;

/// <summary>From <c>nft --json --numeric list ruleset</c> to chains of steps, for packets of one family.</summary>
internal static class RulesetReader
{
    /// <param name="interfaces">Learns the names that rules mention.</param>
    public static KernelRuleset Read(JsonElement listing, Family family, Interfaces interfaces)
    {
        var objects = listing.GetProperty("nftables").EnumerateArray().Select(ValueReader.Only).ToList();
        foreach (var (_, body) in objects)
            LearnNames(body, interfaces);
        var sets = objects.Where(o => o.Kind is "set" or "map").GroupBy(o => TableOf(o.Body))
            .ToDictionary(g => g.Key, g => g.Select(o => SetOf(o.Body)).ToDictionary(s => s.Name, StringComparer.Ordinal));
        var chains = objects.Where(o => o.Kind == "chain").Select(o => ChainOf(o.Body)).ToImmutableArray();
        var byName = chains.ToDictionary(c => (c.Family, c.Table, c.Name));
        foreach (var (_, body) in objects.Where(o => o.Kind == "rule"))
        {
            var table = TableOf(body);
            var statements = new StatementReader(family, interfaces, sets.GetValueOrDefault(table) ?? []);
            byName[(table.Family, table.Table, body.GetProperty("chain").GetString()!)].Rules.Add(new(
                [.. body.GetProperty("expr").EnumerateArray().Select(statements.Read).OfType<Step>()],
                body.TryGetProperty("comment", out var comment) ? comment.GetString() : null));
        }
        return new(chains);
    }

    private static (string Family, string Table) TableOf(JsonElement body) => (body.GetProperty("family").GetString()!, body.GetProperty("table").GetString()!);

    private static KernelChain ChainOf(JsonElement body) => new(
        body.GetProperty("family").GetString()!,
        body.GetProperty("table").GetString()!,
        body.GetProperty("name").GetString()!,
        body.TryGetProperty("hook", out var hook) ? hook.GetString() : null,
        body.TryGetProperty("type", out var type) ? type.GetString() : null,
        body.TryGetProperty("prio", out var priority) ? priority.GetInt32() : 0,
        body.TryGetProperty("policy", out var policy) && policy.GetString() == "drop");

    private static KernelSet SetOf(JsonElement body)
    {
        var isMap = body.TryGetProperty("map", out _);
        var elements = body.TryGetProperty("elem", out var elem) ? elem.EnumerateArray().ToArray() : [];
        return new(
            body.GetProperty("name").GetString()!,
            [.. elements.Select(e => isMap ? (ValueReader.Unwrap(e[0]), e[1]) : (ValueReader.Unwrap(e), default))],
            body.TryGetProperty("flags", out var flags) && flags.EnumerateArray().Any(f => f.GetString() == "dynamic"));
    }

    // Every text that may be a name of an interface: one more interface that nothing else names changes no result.
    private static void LearnNames(JsonElement element, Interfaces interfaces)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    LearnNames(item, interfaces);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject().Where(m => m.Name is "expr" or "match" or "right" or "set" or "elem" or "val" or "concat" or "vmap" or "data"))
                    LearnNames(member.Value, interfaces);
                break;
            case JsonValueKind.String when element.GetString() is { Length: > 0 } text && IsName(text):
                interfaces.Add(text);
                break;
        }
    }

    private static bool IsName(string text) => text[0] != '@' && !text.EndsWith('*') && Address.Parse(text) is null;
}
