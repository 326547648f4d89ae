namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>A small change of the spec is a small change of the ruleset.</summary>
public sealed class ScalingTests
{
    [Fact]
    public void A_replica_more_is_one_line_more_for_each_family() => Assert.Equal(
        ["+\t172.20.1.23,", "+\tfd00:1::23,"],
        Difference(Ruleset.Of(FirewallSpecs.Wide), Ruleset.Of(FirewallSpecs.Wide.Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal))));

    [Fact]
    public void Comments_on_top_of_the_spec_change_nothing() =>
        Assert.Equal(Ruleset.Of(FirewallSpecs.Wide), Ruleset.Of($"# one\n# two\n# three\n{FirewallSpecs.Wide}"));

    [Fact]
    public void A_flow_more_adds_lines_and_changes_none() => Assert.All(
        Difference(
            Ruleset.Of(FirewallSpecs.Wide),
            Ruleset.Of(FirewallSpecs.Wide.Replace("flows:\n", "flows:\n  web -> db: postgres\n", StringComparison.Ordinal))),
        line => Assert.StartsWith("+", line, StringComparison.Ordinal));

    // Both are in order, so what is only in one of them is what a diff shows.
    private static List<string> Difference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var common = LongestCommon(old, now);
        var result = new List<string>();
        var (i, j) = (0, 0);
        foreach (var (a, b) in common.Append((old.Length, now.Length)))
        {
            result.AddRange(old[i..a].Select(l => "-" + l));
            result.AddRange(now[j..b].Select(l => "+" + l));
            (i, j) = (a + 1, b + 1);
        }
        return result;
    }

    private static IEnumerable<(int, int)> LongestCommon(string[] old, string[] now)
    {
        var length = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                length[i, j] = old[i] == now[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        }
        for (int i = 0, j = 0; i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j])
                yield return (i++, j++);
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
