using PodPlay.Drift.Reports;
using PodPlay.Model;

namespace PodPlay.Drift;

/// <summary>Tables of others: an accept of podplay's is final for nobody but podplay, and a drop of anybody's is.</summary>
internal static class TableDrift
{
    private static readonly string[] Own = ["inet podplay", "bridge podplay", "inet podplay_state"];

    private const string Netavark = "inet netavark";

    // The podman of Debian 12 speaks iptables, whose tables in nft are these.
    private static readonly PodmanVersion Nftables = new(5, 0);

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report)
    {
        if (!report.CanSee(ReportSections.Tables))
            yield break;
        foreach (var table in report.Tables.Where(t => !Own.Contains(t) && !IsPodmans(t, target.Host)))
        {
            var chains = report.Chains.Where(c => c.Table == table).ToList();
            var dropping = chains.Where(c => c.Policy == "drop").ToList();
            var what = dropping.Count > 0 ? $"drops by default at {Hooks(dropping)}: what it drops stays dropped, whatever the spec allows"
                : chains.Count > 0 ? $"has chains at {Hooks(chains)}"
                : "has no chain that the kernel calls";
            yield return new(DriftKind.Extra, $"table {table}", what, target.Path, $"nft list table {table} shows it; nft delete table {table}");
        }
        // Whoever flushed the ruleset has taken podman's published ports and masquerading with it.
        if (target.Host.Rootless is null && target.Host.Podman >= Nftables && !report.Tables.Contains(Netavark) && report.Containers.Any(c => c.State == "running" && !c.Networks.StartsWith("host=", StringComparison.Ordinal)))
            yield return new(DriftKind.Changed, $"table {Netavark}", "is gone from the kernel: published ports are dead", target.Path, "podman network reload --all");
    }

    private static string Hooks(IEnumerable<ReportedChain> chains) => string.Join(", ", chains.Select(c => c.Hook).Distinct());

    private static bool IsPodmans(string table, Host host) =>
        table == Netavark || (host.Podman < Nftables && table.Split(' ') is ["ip" or "ip6", "filter" or "nat" or "mangle" or "raw"]);
}
