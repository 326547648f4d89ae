using System.Collections.Concurrent;
using System.Globalization;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>
/// Two clients ask without a pause while one of three servers is killed, comes back, and the balancer is reloaded: three times as it is,
/// once with a broken file, and once more.
/// </summary>
public sealed class BalancingStoryTests
{
    private const int Clients = 2;

    private static readonly ConcurrentDictionary<Debian, Lazy<BalancingTraffic>> Runs = new();

    public static TheoryData<Debian> Both => [Debian.Bookworm, Debian.Trixie];

    [ToolTheory]
    [MemberData(nameof(Both))]
    public void Three_servers_share_alike(Debian debian) => AssertAlike(Of(debian, "before"));

    // What it had taken when it died cannot be asked again: the request may have had its effect.
    [ToolTheory]
    [MemberData(nameof(Both))]
    public void A_dying_server_costs_each_client_one_request_at_most(Debian debian)
    {
        var answers = Of(debian, "dying");

        Assert.InRange(Failures(answers), 0, Clients);
        Assert.True(answers["200 web-1"] > 10 && answers["200 web-3"] > 10);
    }

    [ToolTheory]
    [MemberData(nameof(Both))]
    public void A_dead_one_gets_nothing(Debian debian)
    {
        var answers = Of(debian, "dead");

        Assert.Equal(0, Failures(answers));
        Assert.False(answers.ContainsKey("200 web-2"));
    }

    // slowstart 20s: in the first four seconds its weight is a tenth on average.
    [ToolTheory]
    [MemberData(nameof(Both))]
    public void One_that_comes_back_starts_slowly_and_ends_with_its_whole_share(Debian debian)
    {
        var early = Of(debian, "early");

        Assert.Equal(0, Failures(early));
        Assert.InRange(early["200 web-2"], 1, early["200 web-1"] / 3);
        AssertAlike(Of(debian, "late"));
    }

    [ToolTheory]
    [MemberData(nameof(Both))]
    public void A_reload_fails_no_request(Debian debian) => AssertAlike(Of(debian, "reload"));

    [ToolTheory]
    [MemberData(nameof(Both))]
    public void Nor_does_one_with_a_broken_file(Debian debian) => AssertAlike(Of(debian, "broken"));

    // The test of the tests: without a second try and without another server to take over, a death is felt until the checks have found it.
    [ToolFact]
    public void Without_redispatch_a_dying_server_costs_many()
    {
        var run = BalancingTraffic.OfStory(Debian.Trixie, text => text
            .Replace("    option redispatch 1\n", "", StringComparison.Ordinal)
            .Replace("    retries 2\n", "    retries 0\n", StringComparison.Ordinal)
            .Replace(" slowstart 20s", "", StringComparison.Ordinal));

        Assert.True(Failures(Answers(run["dying"])) > Clients, string.Join('\n', run["dying"]));
        AssertAlike(Answers(run["early"]));
    }

    private static Dictionary<string, int> Of(Debian debian, string moment) => Answers(Runs.GetOrAdd(debian, d => new(() => BalancingTraffic.OfStory(d))).Value[moment]);

    // "106 200 web-1": how often a status came from a server.
    private static Dictionary<string, int> Answers(string[] lines) => lines.Select(l => l.Split(' ', 2))
        .ToDictionary(l => l[1], l => int.TryParse(l[0], CultureInfo.InvariantCulture, out var count) ? count : throw new InvalidOperationException(string.Join('\n', lines)), StringComparer.Ordinal);

    private static int Failures(Dictionary<string, int> answers) => answers.Where(a => !a.Key.StartsWith("200 ", StringComparison.Ordinal)).Sum(a => a.Value);

    private static void AssertAlike(Dictionary<string, int> answers)
    {
        Assert.Equal(["200 web-1", "200 web-2", "200 web-3"], answers.Keys.Order(StringComparer.Ordinal));
        Assert.True(answers.Values.Max() - answers.Values.Min() <= Math.Max(6, answers.Values.Max() / 10), string.Join(", ", answers));
    }
}
