using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>The validator is worth something: rulesets that are broken on purpose are refused, by both versions.</summary>
public sealed class RulesetMutantTests
{
    public static TheoryData<Debian, string, string, string> Mutants()
    {
        var data = new TheoryData<Debian, string, string, string>();
        foreach (var debian in new[] { Debian.Bookworm, Debian.Trixie })
        {
            data.Add(debian, "goto into_dmz", "goto into_dmzz", "No such file or directory");
            data.Add(debian, "ip saddr @svc_db4", "ip saddr @svc_dbx4", "No such file or directory");
            data.Add(debian, "elements = $pp_web4", "elements = $pp_wep4", "unknown identifier");
            data.Add(debian, "counter name to_db accept", "counter name to_dbb accept", "No such file or directory");
            data.Add(debian, "172.20.1.10,", "172.20.1.256,", "");
            data.Add(debian, "\t\tflags interval\n", "", "");
            data.Add(debian, "tcp dport 5432", "tcp dport 65536", "");
            data.Add(debian, "chain router_ports", "chain redirect", "syntax error");
            data.Add(debian, "comment \"flows.dmz -> db\"", "comment \"flows.dmz -> db", "");
            data.Add(debian, "172.20.1.0/24,\n", "172.20.1.0/24,\n\t\t\t172.20.1.0/25,\n", "");
        }
        return data;
    }

    [ToolTheory]
    [MemberData(nameof(Mutants))]
    public void A_broken_ruleset_is_refused(Debian debian, string right, string wrong, string complaint)
    {
        var ruleset = Ruleset.Of(FirewallSpecs.Wide);
        Assert.Contains(right, ruleset, StringComparison.Ordinal);

        Nft.LoadText(debian, ruleset.Replace(right, wrong, StringComparison.Ordinal)).Verdict.MustReject(complaint);
    }
}
