using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>nftables: 1.0.6 (Debian 12) and 1.1.3 (Debian 13), each loading into a network namespace of its own.</summary>
/// <remarks>
/// <c>nft -c</c> alone is not enough: it lets pass what the kernel refuses at the commit, and an include of a file
/// that matches nothing. So the ruleset is checked, loaded and listed.
/// </remarks>
internal static class Nft
{
    /// <param name="tree">The tree of a host.</param>
    /// <param name="file">The ruleset's absolute path on that host.</param>
    public static NftRuleset Load(Debian debian, string tree, string file)
    {
        // The listing is parsed only when the load succeeded; && keeps the first failing exit code.
        var result = InRoot.Script(debian, tree, """nft -c -f "$1" && nft -f "$1" && nft -j list ruleset""", file);
        var verdict = Verdict.OfSilentTool(result);
        return new NftRuleset(verdict, verdict.Accepted ? JsonDocument.Parse(result.Output).RootElement.GetProperty("nftables") : default);
    }

    /// <summary>The same for a ruleset that is only a text.</summary>
    public static NftRuleset LoadText(Debian debian, string ruleset)
    {
        using var tree = TempTree.Of(("etc/podplay-test.nft", ruleset));
        return Load(debian, tree.Root, "/etc/podplay-test.nft");
    }
}
