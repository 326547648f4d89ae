using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class NftTests
{
    private const string Ruleset = """
        table inet t {
            chain c {
                type filter hook input priority 0; policy drop;
                ip6 saddr 2001:db8::/64 tcp dport 443 accept comment "flows.a -> b"
            }
        }
        table bridge b {
            chain c {
                type filter hook forward priority 0; policy accept;
            }
        }

        """;

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_ruleset_is_loaded_and_listed(Debian debian)
    {
        var ruleset = Nft.LoadText(debian, Ruleset);
        ruleset.Verdict.MustAccept();
        Assert.Equal("flows.a -> b", ruleset.OfKind("rule").Single().GetProperty("comment").GetString());
        Assert.Equal(2, ruleset.OfKind("table").Count);
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_typo_is_rejected(Debian debian) =>
        Nft.LoadText(debian, Ruleset.Replace("saddr", "sadr", StringComparison.Ordinal)).Verdict.MustReject("syntax error");

    /// <summary><c>destroy</c> came with nft 1.0.7: the two versions really are two.</summary>
    [ToolFact(Debian.Bookworm, Debian.Trixie)]
    public void The_versions_differ()
    {
        Nft.LoadText(Debian.Bookworm, "destroy table inet t\n").Verdict.MustReject("syntax error");
        Nft.LoadText(Debian.Trixie, "destroy table inet t\n").Verdict.MustAccept();
    }
}
