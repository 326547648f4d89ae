using System.Globalization;
using PodPlay.Firewall;
using PodPlay.Firewall.Cells;
using PodPlay.Lab;
using PodPlay.Testing.Tools;

namespace PodPlay.Packets;

/// <summary>Why this tool exists, in numbers: what else people do to the same hosts.</summary>
public sealed class ComparisonTests
{
    /// <summary>As one writes it by hand: the published ports, on the input hook. Containers are not reached by way of it. ICMP is a present: lists that
    /// forget it lose all of IPv6 sooner or later, since neighbour discovery arrives at input too, and when depends on who spoke first.</summary>
    private const string ByHand = """
        table inet filter {
            chain input {
                type filter hook input priority filter; policy drop;
                ct state established,related accept
                meta l4proto { icmp, icmpv6 } accept
                tcp dport { 8080, 8443, 25, 587, 993 } accept
                udp dport 53 accept
            }
        }
        """;

    /// <summary>Each in place of the one before.</summary>
    private const string Nothing = """
        table inet podplay
        delete table inet podplay
        table bridge podplay
        delete table bridge podplay
        table inet filter
        delete table inet filter

        """;

    [ToolFact(Debian.Trixie)]
    public void Only_the_generated_ruleset_has_no_wrong_cell()
    {
        var network = Bench.Sample("seed");
        var check = new PacketCheck(network);
        (string Name, Func<string, string> Edit)[] firewalls =
        [
            ("podplay's", text => text),
            ("none: podman alone", _ => Nothing),
            ("by hand: established, ICMP, 8080 8443 25 587 993 over TCP, 53 over UDP, else drop, on input", _ => Nothing + ByHand),
            ("podplay's without its table for bridges", text => Nothing + text[..text.LastIndexOf("\ntable bridge podplay {", StringComparison.Ordinal)] + "\n"),
        ];
        // Longer than usual: here most of what is open is not expected, so nobody waits for it.
        var answers = check.Ask([.. firewalls.Select(f => new Round(check.Rulesets.ToDictionary(r => r.Key, r => f.Edit(r.Value))) { Quiet = 600, Limit = 1000 })]);
        var packets = answers.Select(check.Count).ToList();
        var host = network.Hosts.Single(h => h.Name == "main");
        var listed = Listings.OfValid([.. firewalls.Select(f => f.Edit(check.Rulesets[host]))]).Select(l => CellCount.Of(network, host, l)).ToList();

        Assert.Equal((0, 0), packets[0]);
        Assert.Equal((0, 0), (listed[0].Open, listed[0].Closed));
        GeneratedPart.IsCurrent("docs/firewall.md", "compared", TableOf([.. firewalls.Select(f => f.Name)], check.Wanted.Count, packets, listed));
    }

    private static string TableOf(string[] names, int cells, List<(int Open, int Closed)> packets, List<CellCount> listed) => string.Create(CultureInfo.InvariantCulture, $"""
        | firewall | wrongly open | wrongly closed | listing: wrongly open | wrongly closed |
        | --- | --- | --- | --- | --- |
        {string.Join('\n', names.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"| {n} | {packets[i].Open} | {packets[i].Closed} | {listed[i].Open} | {listed[i].Closed} |")))}

        {cells} cells probed; {listed[0].All} cells of host `main` evaluated from the listing.
        """);
}
