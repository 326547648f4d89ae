using System.Diagnostics;
using System.Globalization;
using PodPlay.Firewall.Mutants;
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
        var specs = AtRandom();
        Holds([.. specs.Select(s => Bench.OfText(s.Yaml))], i => $"seed {i + 1}\n{specs[i].Yaml}");
    }

    [Fact]
    public void The_random_specs_have_some_of_every_kind()
    {
        var networks = AtRandom().Select(s => Bench.OfText(s.Yaml)).ToList();
        (string Kind, Func<Network, bool> Has)[] kinds =
        [
            ("two hosts or more", n => n.Hosts.Length > 1),
            ("a flow between hosts", n => n.Flows.Any(f => f is { From: FlowEnd.OfService { Service.Host: var from }, To: FlowEnd.OfService { Service.Host: var to } } && from != to)),
            ("a rootless host", n => n.Hosts.Any(h => h.Rootless is not null)),
            ("a rootless and a rootful host", n => n.Hosts.Select(h => h.Rootless is null).Distinct().Count() == 2),
            ("a zone with IPv4 only", n => n.Zones.Any(z => z.SubnetOf(Family.IPv6) is null)),
            ("a zone with IPv6 only", n => n.Zones.Any(z => z.SubnetOf(Family.IPv4) is null)),
            ("a dual stack zone", n => n.Zones.Any(z => z.Subnets.Length == 2)),
            ("a host without IPv6", n => n.Hosts.Any(h => h.AddressOf(Family.IPv6) is null)),
            ("a host-network service", n => n.Services.Any(s => s.IsOnHostNetwork)),
            ("one at the host's own addresses", n => n.Services.Any(s => s.ListensOnHostAddresses)),
            ("replicas", n => n.Services.Any(s => s.IsReplicated)),
            ("limits", n => n.Services.Any(s => s.Limits is not null)),
            ("a port for a source", n => n.Services.Any(s => s.Ports.Any(p => p.From is not null))),
            ("an administrator by source", n => n.Hosts.Any(h => h.Admin?.From is not null)),
            ("a flow inside one zone", n => n.Flows.Any(f => f is { From: FlowEnd.OfService { Service.Zone: { } from }, To: FlowEnd.OfService { Service.Zone: { } to } } && from == to)),
            ("a flow of a whole zone", n => n.Flows.Any(f => f.From is FlowEnd.OfZone)),
            ("a flow of a host", n => n.Flows.Any(f => f.From is FlowEnd.OfHost)),
            ("a flow to the internet", n => n.Flows.Any(f => f.To is FlowEnd.Internet)),
            ("a flow from the internet", n => n.Flows.Any(f => f.From is FlowEnd.Internet)),
        ];
        var counts = kinds.Select(k => (k.Kind, Count: networks.Count(k.Has))).ToList();
        foreach (var (kind, count) in counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} of {RandomSpecs}: {kind}"));
        Assert.All(counts, c => Assert.True(c.Count >= 10, $"only {c.Count}: {c.Kind}"));
    }

    // What the evaluator does not model may match or not. In front of an accept nobody can count on it any more; in front of the last
    // refusal nobody is refused for certain.
    [ToolTheory(Debian.Trixie)]
    [InlineData("meta mark 0")]
    [InlineData("ct mark 0")]
    [InlineData("meta pkttype unicast")]
    [InlineData("fib daddr type unicast")]
    [InlineData("ct direction original")]
    [InlineData("meta length < 1500")]
    [InlineData("meta cpu 0")]
    public void A_match_that_is_not_modelled_is_never_ignored(string match)
    {
        var network = Bench.Sample("seed");
        var (host, ruleset) = network.Hosts.Zip(Bench.RulesetsOf(network)).Single(h => h.First.Name == "main");
        var accepts = Edit.Replace("counter name to_db accept", $"{match} counter name to_db accept")(ruleset);
        var refuses = Edit.Replace("counter name drop_input drop", $"{match} counter name drop_input drop")(Edit.In("chain input", Edit.Replace("policy drop", "policy accept"))(ruleset));
        var listings = Listings.OfValid([accepts, refuses]);

        Assert.Contains(Proof.Differences(network, host, listings[0]), d => d is { Kind: DifferenceKind.Closed, Hook: HookName.Forward });
        Assert.Contains(Proof.Differences(network, host, listings[1]), d => d is { Kind: DifferenceKind.Open, Hook: HookName.Input });
    }

    private static List<RandomSpec> AtRandom() =>
        [.. Enumerable.Range(1, RandomSpecs).Select(seed => new RandomSpecMaker(new Random(seed)).Make(1 + seed % 3, 1 + seed % 9, seed % 13))];

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
