using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>What the kernel makes of the rulesets, through both versions of nft.</summary>
public sealed class RulesetLoadTests
{
    public static TheoryData<Debian, string> Hosts()
    {
        var data = new TheoryData<Debian, string>();
        foreach (var debian in new[] { Debian.Bookworm, Debian.Trixie })
        {
            foreach (var host in new[] { "main", "fast", "user" })
                data.Add(debian, host);
        }
        return data;
    }

    [ToolTheory]
    [MemberData(nameof(Hosts))]
    public void Every_host_of_a_wide_spec_loads(Debian debian, string host) =>
        Nft.LoadText(debian, Ruleset.Of(FirewallSpecs.Wide, host)).Verdict.MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_small_spec_loads(Debian debian) => Nft.LoadText(debian, Ruleset.Of(FirewallSpecs.Small)).Verdict.MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Loaded_twice_the_kernel_lists_the_same(Debian debian) => Succeeds(debian, """
        nft -f /etc/nftables.d/podplay.nft; nft -s list ruleset >/tmp/once
        nft -f /etc/nftables.d/podplay.nft; nft -s list ruleset >/tmp/twice
        diff /tmp/once /tmp/twice
        """);

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Bans_outlive_a_reload(Debian debian) => Succeeds(debian, """
        nft -f /etc/nftables.d/podplay.nft
        nft 'add element inet podplay_state banned4 { 198.51.100.0/24 timeout 1h }'
        nft -f /etc/nftables.d/podplay.nft
        nft list set inet podplay_state banned4 | grep -q 198.51.100.0/24
        """);

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Other_peoples_tables_stay(Debian debian) => Succeeds(debian, """
        nft 'table inet netavark { chain c { type filter hook forward priority 0; ip daddr 172.20.1.10 accept; }; }'
        nft list table inet netavark >/tmp/before
        nft -f /etc/nftables.d/podplay.nft
        nft list table inet netavark | diff /tmp/before -
        """);

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void What_an_older_ruleset_had_and_this_one_has_not_is_gone(Debian debian) => Succeeds(debian, """
        nft 'table bridge podplay { chain bygone { }; }; table inet podplay { chain bygone { }; set svc_bygone4 { type ipv4_addr; }; }'
        nft -f /etc/nftables.d/podplay.nft
        ! nft list ruleset | grep bygone
        """);

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_ruleset_that_does_not_load_leaves_the_old_one(Debian debian) => Succeeds(debian, """
        nft -f /etc/nftables.d/podplay.nft; nft -s list ruleset >/tmp/before
        sed 's/ct status dnat/ct status dnta/' /etc/nftables.d/podplay.nft >/tmp/broken.nft
        if nft -f /tmp/broken.nft 2>/dev/null; then exit 1; fi
        nft -s list ruleset | diff /tmp/before -
        """);

    // A scenario on the wide spec's main host; a command that fails fails it.
    private static void Succeeds(Debian debian, string script)
    {
        using var tree = TempTree.Of(("etc/nftables.d/podplay.nft", Ruleset.Of(FirewallSpecs.Wide)));
        Verdict.OfSilentTool(InRoot.Script(debian, tree.Root, $"set -e\n{script}")).MustAccept();
    }
}
