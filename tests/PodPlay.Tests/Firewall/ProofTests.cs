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

    private const string Colliding = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24, "fd3c:9a41:77e2:7::/64"] }
        hosts: { main: { address: [192.168.1.100, "fd3c:9a41:77e2:7::100"] } }
        zones: { dmz: { subnets: [172.20.1.0/24, "fd5c:1::/64"] } }
        services:
          git:
            image: localhost/git:1.0.0
            zone: dmz
            at: 10
            public: { ssh: 22 -> 2222 -> 22, rtp: 6000-6003 -> 7000-7003 -> 8000-8003/udp, web: 80 -> 8080 -> 80 }
          local:
            image: localhost/local:1.0.0
            zone: dmz
            at: 11
            lan: { web: 80 -> 8081, talk: 6002 -> 6002/udp }
          admin:
            image: localhost/admin:1.0.0
            network: host
            lan: { rtp: 6001/udp }
        """;

    [ToolTheory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void The_ruleset_of_a_sample_allows_exactly_the_intent(string name) => Holds([Bench.Sample(name)], _ => name);

    [ToolFact]
    public void The_ruleset_of_a_spec_with_everything_allows_exactly_the_intent() => Holds([Bench.Wide()], _ => "wide");

    // Over IPv6 the router's port is the host's, which may have a program of its own there.
    [ToolFact]
    public void A_routers_port_takes_nothing_from_the_host() => Holds([Bench.OfText(Colliding)], _ => "colliding");

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
