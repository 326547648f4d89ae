using PodPlay.Changes;
using PodPlay.Changes.Planning;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>A changed spec on running hosts: what happens is what was announced, by <c>podplay diff</c>, by <c>podplay plan</c> and by the script's
/// <c>--check</c>, and nothing else; afterwards every cell is as the new spec says.</summary>
[Collection(SeedCollection.Name)]
public sealed class ChangeTests(SeedHosts hosts, ITestOutputHelper output)
{
    public static TheoryData<string> Titles => [.. Changes.Keys];

    private static Dictionary<string, (string From, string To)[]> Changes { get; } = new()
    {
        ["a fourth replica"] = [("replicas: 3", "replicas: 4")],
        ["a new flow"] = [("  mail -> db: postgres\n", "  mail -> db: postgres\n  mail -> cache: redis\n")],
        ["a removed service"] =
        [
            ("  cache:\n    image: docker.io/library/redis:7.4.1\n    zone: internal\n    at: 11\n    private: { redis: 6379 }\n", ""),
            ("  apache -> cache: redis\n", ""),
        ],
        ["another subnet"] = [("172.20.2.0/24", "172.20.9.0/24")],
        // Without its certificate, whose solver stays where it is.
        ["a service on the other host"] =
        [
            ("    image: localhost/podplay-config:1.0.0\n    zone: mgmt\n", "    image: localhost/podplay-config:1.0.0\n    zone: accel\n"),
            ("deploy: [config, pages]", "deploy: [pages]"),
        ],
    };

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Titles))]
    public void Happens_as_announced(string title)
    {
        hosts.Become(SeedHosts.Seed);
        var after = SeedHosts.Edited(Changes[title]);
        var announced = ChangeSet.Between(SeedHosts.Seed, after);
        var plan = Plan.Of(announced, SeedHosts.Seed, after);
        hosts.Lab.Provide(after.Network);
        hosts.Receive(after);
        foreach (var change in announced.Hosts)
        {
            var check = hosts.Lab[change.Host].Apply("--check");
            output.WriteLine(check.Output);
            Assert.Equal(change.Files.IsEmpty ? 0 : 1, check.ExitCode);
            Assert.Equal(Announced.By(change), Announced.By(check.Output));
            Assert.Equal(Units(Announced.By(check.Output)), Units(plan.Steps.Where(s => s.Kind == StepKind.Apply && s.Where == change.Host).SelectMany(s => s.Parts).Select(p => p.What)));
        }
        var before = announced.Hosts.ToDictionary(h => h.Host, h => Containers.Started(hosts.Lab[h.Host]));
        hosts.Forget();
        hosts.Install(after);
        foreach (var change in announced.Hosts)
            Containers.AssertHappened(change, before[change.Host], Containers.Started(hosts.Lab[change.Host]));
        hosts.AssertWell(after);
        output.WriteLine(hosts.AssertMatrix(after));
    }

    // Networks and the ruleset a plan calls by their own names. What goes down with its network "starts" in a plan, which tells when.
    private static IEnumerable<string> Units(IEnumerable<string> lines) =>
        lines.Select(l => l.Split(' ')[^1]).Where(u => u.EndsWith(".service", StringComparison.Ordinal) && !u.EndsWith("-network.service", StringComparison.Ordinal) && u != "podplay-firewall.service")
            .Order(StringComparer.Ordinal);
}
