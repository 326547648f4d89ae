using PodPlay.Artefacts.Nftables;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>The rulesets of a spec, as text.</summary>
internal static class Ruleset
{
    /// <summary>All files of the artefact by path.</summary>
    public static SortedDictionary<string, string> FilesOf(string spec)
    {
        var files = new MemorySpecFiles { ["podplay.yaml"] = spec };
        var compilation = Compiler.Compile("podplay.yaml", files);
        Assert.False(compilation.Findings.HasErrors, string.Join('\n', compilation.Findings.Open.Select(d => $"{d.Code} {d.Message}")));
        return Rendered.By(new NftablesArtefact(), compilation.Network!);
    }

    public static string Of(string spec, string host = "main") => FilesOf(spec)[$"{host}/etc/nftables.d/podplay.nft"];

    /// <summary>The lines of a set, map or chain between its braces, without indentation; null when there is none.</summary>
    /// <param name="opening"><c>chain input</c></param>
    /// <param name="table">Which table of several that have one of this name.</param>
    public static string[]? Block(string ruleset, string opening, string table = "inet podplay")
    {
        var tables = ruleset.Split($"\ntable {table} {{\n");
        var lines = tables[^1].Split("\n}\n")[0].Split('\n');
        var start = Array.IndexOf(lines, $"\t{opening} {{");
        return start < 0 ? null : [.. lines.Skip(start + 1).TakeWhile(l => l != "\t}").Select(l => l.Trim()).Where(l => !l.StartsWith('#'))];
    }
}
