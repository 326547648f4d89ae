using PodPlay.Artefacts.Nftables;
using PodPlay.Model;
using PodPlay.Samples;
using PodPlay.Output;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Firewall;

/// <summary>The theorem: a service can be reached only, and always, by what the spec says.</summary>
public sealed class ProofTests
{
    [ToolTheory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void The_ruleset_of_a_sample_allows_exactly_the_intent(string name)
    {
        var compilation = Compiler.Compile(Repository.PathOf(new Sample(name).SpecPath), new DiskSpecFiles());
        Holds(compilation.Network!);
    }

    private static void Holds(Network network)
    {
        var files = Rendered.By(new NftablesArtefact(), network);
        var listings = Listings.OfValid([.. network.Hosts.Select(h => files[$"{h.Name}/etc/nftables.d/podplay.nft"])]);
        var differences = network.Hosts.Zip(listings)
            .SelectMany(h => new[] { false, true }.SelectMany(on => Proof.Differences(network, h.First, h.Second, on).Select(d => $"{h.First}{(on ? " with br_netfilter" : "")}: {d}")))
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count}\n" + string.Join('\n', differences.Take(40)));
    }
}
