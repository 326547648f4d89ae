using System.Diagnostics;
using System.Globalization;
using PodPlay.Model;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Firewall;

/// <summary>The theorem: a service can be reached only, and always, by what the spec says.</summary>
public sealed class ProofTests(ITestOutputHelper output)
{
    private const int RandomSpecs = 200;

    [ToolTheory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void The_ruleset_of_a_sample_allows_exactly_the_intent(string name) => Holds([Bench.Sample(name)], _ => name);

    [ToolFact]
    public void The_ruleset_of_a_spec_with_everything_allows_exactly_the_intent() => Holds([Bench.Wide()], _ => "wide");

    // Many in one test: all their rulesets are loaded in one namespace.
    [ToolFact]
    public void The_rulesets_of_random_specs_allow_exactly_the_intent()
    {
        var specs = Enumerable.Range(1, RandomSpecs).Select(seed => new RandomSpecMaker(new Random(seed)).Make(1 + seed % 3, 1 + seed % 9, seed % 13)).ToList();
        Holds([.. specs.Select(s => Bench.OfText(s.Yaml))], i => $"seed {i + 1}\n{specs[i].Yaml}");
    }

    private void Holds(IReadOnlyList<Network> networks, Func<int, string> nameOf)
    {
        var watch = Stopwatch.StartNew();
        var listings = Listings.OfValid([.. networks.SelectMany(Bench.RulesetsOf)]);
        var loaded = watch.Elapsed;
        var next = 0;
        for (var i = 0; i < networks.Count; i++)
        {
            var differences = networks[i].Hosts.SelectMany(host => Proof.Differences(networks[i], host, listings[next++]).Select(d => $"{host.Name}: {d}")).ToList();
            Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join('\n', differences.Take(20))}\n{nameOf(i)}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listings.Count} rulesets: rendered and loaded in {loaded.TotalMilliseconds:f0} ms, proved in {(watch.Elapsed - loaded).TotalMilliseconds:f0} ms"));
    }
}
