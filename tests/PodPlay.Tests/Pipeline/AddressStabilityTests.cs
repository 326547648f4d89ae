using System.Text.RegularExpressions;
using CsCheck;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>A service keeps its address when another one comes: addresses stand in rulesets, and a changed one restarts containers.</summary>
public sealed class AddressStabilityTests
{
    // Before, between and behind the others by name, in any zone, at any place of the file.
    private static readonly Gen<(RandomSpec Spec, string Name, int Place, int Zone, int At, int Replicas)> Insertions =
        Gen.Select(RandomSpec.Any, Gen.Int[0, 3].Select(i => new[] { "a1", "s0x", "s3x", "z9" }[i]), Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 200], Gen.Int[1, 4]);

    [Fact]
    public void With_the_lock_an_inserted_service_moves_no_other() => Insertions.Sample(i =>
    {
        var before = InMemory.Compile(i.Spec.Yaml);
        var after = InMemory.Compile(Inserted(i.Spec, i.Name, i.Place, i.Zone, 0, i.Replicas), before.Lock.Print());

        Assert.Empty(Moved(before, after));
    }, iter: 300);

    [Fact]
    public void With_the_lock_a_service_with_a_number_of_its_own_moves_no_other_or_is_refused() => Insertions.Sample(i =>
    {
        var before = InMemory.Compile(i.Spec.Yaml);
        var after = InMemory.Compile(Inserted(i.Spec, i.Name, i.Place, i.Zone, Math.Max(2, i.At), i.Replicas), before.Lock.Print());

        Assert.True(after.Findings.HasErrors || !Moved(before, after).Any(), string.Join('\n', Moved(before, after)));
    }, iter: 300);

    [Fact]
    public void With_the_lock_a_service_that_grows_moves_no_other() => Gen.Select(RandomSpec.Any, Gen.Int[0, 8]).Sample((spec, which) =>
    {
        var grown = spec.Services[which % spec.Services.Length];
        var before = InMemory.Compile(spec.Yaml);
        var yaml = Regex.Replace(grown.Yaml, @"\n    replicas: \d", "").Replace("\n    zone:", "\n    replicas: 7\n    zone:", StringComparison.Ordinal);
        var after = InMemory.Compile((spec with { Services = spec.Services.Replace(grown, grown with { Yaml = yaml }) }).Yaml, before.Lock.Print());

        Assert.True(after.Findings.Open.Any(f => f.Code == "PP204") || Moved(before, after).All(m => m.StartsWith($"{grown.Name}:", StringComparison.Ordinal)), string.Join('\n', Moved(before, after)));
    }, iter: 300);

    [Fact]
    public void Without_a_lock_services_with_a_number_of_their_own_stay() => Insertions.Sample(i =>
    {
        var before = InMemory.Compile(i.Spec.Yaml);
        var after = InMemory.Compile(Inserted(i.Spec, i.Name, i.Place, i.Zone, 0, i.Replicas));

        var fixedOnes = i.Spec.Services.Where(s => s.Yaml.Contains("\n    at:", StringComparison.Ordinal)).Select(s => $"{s.Name}:").ToList();
        Assert.DoesNotContain(Moved(before, after), m => fixedOnes.Exists(f => m.StartsWith(f, StringComparison.Ordinal)));
    }, iter: 200);

    [Fact]
    public void The_place_in_the_file_has_no_say() => Insertions.Sample(i =>
        Assert.Equal(
            Addresses(InMemory.Compile(Inserted(i.Spec, i.Name, 0, i.Zone, 0, i.Replicas))),
            Addresses(InMemory.Compile(Inserted(i.Spec, i.Name, i.Place, i.Zone, 0, i.Replicas)))), iter: 200);

    [Fact]
    public void A_service_that_left_gives_no_other_a_new_address() => RandomSpec.Any.Where(s => s.Services.Length > 1).Sample(spec =>
    {
        var before = InMemory.Compile(spec.Yaml);
        var after = InMemory.Compile((spec with { Services = spec.Services[1..], Flows = [] }).Yaml, before.Lock.Print());

        Assert.Empty(Moved(before, after));
    }, iter: 200);

    [Fact]
    public void A_number_that_the_lock_gave_away_is_refused_to_another_service()
    {
        const string Spec = """
            podplay: 1
            hosts: { home: { address: [192.168.1.100] } }
            zones: { dmz: { subnets: [172.20.1.0/24] } }
            services:
              old: { image: "localhost/old:1", zone: dmz }
            """;
        var before = InMemory.Compile(Spec);
        var after = InMemory.Compile(Spec + "\n  new: { image: \"localhost/new:1\", zone: dmz, at: 100 }\n", before.Lock.Print());

        Assert.Equal("172.20.1.100 is used by old and new", Assert.Single(after.Findings.Open, d => d.Severity == Severity.Error).Message);
    }

    private static string Inserted(RandomSpec spec, string name, int place, int zone, int at, int replicas)
    {
        var where = spec.Zones[zone % spec.Zones.Length];
        var yaml = $"  {name}:\n    image: localhost/{name}:1.0.0\n    zone: {where.Name}\n{(at > 0 ? $"    at: {at}\n" : "")}{(replicas > 1 ? $"    replicas: {replicas}\n" : "")}";
        return (spec with { Services = spec.Services.Insert(Math.Min(place, spec.Services.Length), new(name, where.Host, where, [], yaml)) }).Yaml;
    }

    private static IEnumerable<string> Moved(Compilation before, Compilation after)
    {
        var now = Addresses(after);
        return Addresses(before).Where(a => now.TryGetValue(a.Key, out var other) && other != a.Value).Select(a => $"{a.Key}: {a.Value} is now {now[a.Key]}");
    }

    private static Dictionary<string, string> Addresses(Compilation compilation) => compilation.Network!.Services
        .SelectMany(s => s.Replicas.Select(r => (Key: $"{s.Name}: {r.Number}", Value: string.Join(' ', r.Addresses))))
        .ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
}
