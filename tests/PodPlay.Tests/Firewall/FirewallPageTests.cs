using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Firewall;

/// <summary>docs/firewall.md shows what a host shows.</summary>
public sealed class FirewallPageTests
{
    // Chains and counters: the order in which the kernel lists the elements of a set is its own.
    private static readonly string[] Commands =
    [
        "nft list chain inet podplay to_db",
        "nft list counter inet podplay to_db",
        "nft list chain inet podplay published",
        "nft list chain bridge podplay forward",
    ];

    [ToolFact]
    public void The_page_lists_what_a_host_lists()
    {
        var script = string.Join('\n', Commands.Select(c => $"echo '# {c}'; {c}"));
        var result = InRoot.Script(Debian.Trixie, Repository.PathOf("output/seed/main"), $"nft -f /etc/nftables.d/podplay.nft || exit\n{script}");
        Assert.True(result.ExitCode == 0, result.ToString());
        GeneratedPart.IsCurrent("docs/firewall.md", "listing", $"```\n{result.Output.Replace("\t", "  ", StringComparison.Ordinal).TrimEnd()}\n```");
    }
}
