using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>podplay-firewall.service: loads the ruleset, takes it away again, and leaves everything else alone.</summary>
public sealed class FirewallUnitTests
{
    private const string Path = "etc/systemd/system/podplay-firewall.service";

    private static string Unit => Ruleset.FilesOf(FirewallSpecs.Small)[$"main/{Path}"];

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Systemd_has_nothing_to_complain_about(Debian debian) => Verify(debian, Unit).MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Systemd_complains_about_a_unit_that_is_broken_on_purpose(Debian debian)
    {
        Verify(debian, Unit.Replace("RemainAfterExit=yes", "RemainAfterExit=perhaps", StringComparison.Ordinal)).MustReject("Failed to parse");
        Verify(debian, Unit.Replace("/usr/sbin/nft -f", "/usr/sbin/ntf -f", StringComparison.Ordinal)).MustReject("ntf");
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Its_stop_command_takes_podplays_tables_and_nothing_else(Debian debian)
    {
        var stop = Unit.Split('\n').Single(l => l.StartsWith("ExecStop=", StringComparison.Ordinal))["ExecStop=".Length..];
        using var tree = TempTree.Of(("etc/nftables.d/podplay.nft", Ruleset.Of(FirewallSpecs.Wide)));

        var result = InRoot.Script(debian, tree.Root, $"""
            set -e
            nft 'table inet other'
            nft -f /etc/nftables.d/podplay.nft
            {stop}
            {stop}
            nft list tables
            """);

        Verdict.OfSilentTool(result).MustAccept();
        Assert.Equal(["table inet other", "table inet podplay_state"], ToolResult.LinesOf(result.Output));
    }

    private static Verdict Verify(Debian debian, string unit)
    {
        using var tree = TempTree.Of((Path, unit));
        return SystemdVerify.Check(debian, tree.Root, "/" + Path);
    }
}
