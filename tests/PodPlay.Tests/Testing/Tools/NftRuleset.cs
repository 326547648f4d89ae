using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>A loaded ruleset as the kernel lists it back.</summary>
/// <param name="Objects">The array <c>nftables</c> of libnftables-json(5); undefined when the load failed.</param>
internal sealed record NftRuleset(Verdict Verdict, JsonElement Objects)
{
    /// <summary>All objects of one kind: <c>table</c>, <c>chain</c>, <c>rule</c>, <c>set</c> …</summary>
    public IReadOnlyList<JsonElement> OfKind(string kind) => Objects.EnumerateArray()
        .Where(o => o.TryGetProperty(kind, out _)).Select(o => o.GetProperty(kind)).ToList();
}
