using System.Text.Json;
using PodPlay.Testing.Tools;

namespace PodPlay.Firewall;

/// <summary>Rulesets as the kernel lists them back, many in one throw-away network namespace.</summary>
internal static class Listings
{
    // Each file begins by flushing what the one before it left: the namespace is ours alone.
    private const string Script = """
        for file in /rulesets/*; do
            nft -f "$file" 2>/dev/null && nft --json --numeric list ruleset || { nft -f "$file" 2>&1 | tr '\n' ' '; echo; }
        done
        """;

    /// <summary>Null where nft refused a ruleset; all together in one call, since entering a root costs as much as loading several.</summary>
    public static IReadOnlyList<JsonElement?> Of(IReadOnlyList<string> rulesets)
    {
        if (rulesets.Count == 0)
            return [];
        using var tree = TempTree.Of([.. rulesets.Select((text, i) => ($"rulesets/{i:d5}.nft", $"flush ruleset\n{text}"))]);
        var result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", "-c", Script], TimeSpan.FromMinutes(5));
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == rulesets.Count, result.ToString());
        return [.. lines.Select(l => l.StartsWith('{') ? JsonDocument.Parse(l).RootElement : (JsonElement?)null)];
    }

    /// <summary>All of them have to load.</summary>
    public static IReadOnlyList<JsonElement> OfValid(IReadOnlyList<string> rulesets) =>
        [.. Of(rulesets).Select(l => l ?? throw new InvalidOperationException("nft refused a ruleset"))];
}
