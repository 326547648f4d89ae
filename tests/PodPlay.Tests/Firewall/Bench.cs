using PodPlay.Artefacts.Nftables;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Tests.Artefacts.Nftables;

namespace PodPlay.Firewall;

/// <summary>Networks and their rulesets, for proofs.</summary>
internal static class Bench
{
    public static Network Sample(string name) => Compiler.Compile(Repository.PathOf(new Sample(name).SpecPath), new DiskSpecFiles()).Network!;

    public static Network Wide() => OfText(FirewallSpecs.Wide);

    public static Network OfText(string spec)
    {
        var compilation = Compiler.Compile("podplay.yaml", new MemorySpecFiles { ["podplay.yaml"] = spec });
        Assert.False(compilation.Findings.HasErrors, $"{spec}\n{string.Join('\n', compilation.Findings.Open.Select(d => $"{d.Code} {d.Message}"))}");
        return compilation.Network!;
    }

    /// <summary>By host, in the network's order.</summary>
    public static IReadOnlyList<string> RulesetsOf(Network network)
    {
        var files = Rendered.By(new NftablesArtefact(), network);
        return [.. network.Hosts.Select(h => files[$"{h.Name}/etc/nftables.d/podplay.nft"])];
    }
}
