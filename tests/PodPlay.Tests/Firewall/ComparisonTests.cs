using System.Globalization;
using PodPlay.Firewall.Cells;
using PodPlay.Testing.Tools;

namespace PodPlay.Firewall;

/// <summary>Why this tool exists, in numbers: what else people do to the same host.</summary>
public sealed class ComparisonTests
{
    /// <summary>As one writes it by hand: the published ports, on the input hook. Containers are not reached by way of it.</summary>
    private const string ByHand = """
        table inet filter {
            chain input {
                type filter hook input priority filter; policy drop;
                ct state established,related accept
                tcp dport { 8080, 8443, 25, 587, 993 } accept
                udp dport 53 accept
            }
        }
        """;

    [ToolFact]
    public void Only_the_generated_ruleset_has_no_wrong_cell()
    {
        var network = Bench.Sample("seed");
        var (host, ruleset) = network.Hosts.Zip(Bench.RulesetsOf(network)).Single(h => h.First.Name == "main");
        var listings = Listings.OfValid([ruleset, "", ByHand, WithoutBridgeTable(ruleset)]);
        var counts = listings.Select(l => CellCount.Of(network, host, l)).ToList();

        Assert.Equal((0, 0), (counts[0].Open, counts[0].Closed));
        GeneratedPage.IsCurrent("docs/firewall-compared.md", PageOf(counts));
    }

    private static string WithoutBridgeTable(string ruleset) => ruleset[..ruleset.LastIndexOf("\ntable bridge podplay {", StringComparison.Ordinal)] + "\n";

    private static string PageOf(IReadOnlyList<CellCount> counts)
    {
        string Row(string name, CellCount count) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {count.Open} | {count.Closed} |");
        return string.Create(CultureInfo.InvariantCulture, $"""
            # The same host with other firewalls

            Written by the tests (`ComparisonTests`), for the host `main` of `samples/seed`. A cell is caller x called x port x protocol x family:
            {counts[0].All} of them. Callers and called: the internet, a neighbour on the LAN, the administrator, the router, the other host,
            each service, an unknown container in each zone, the host itself, its ordinary users. Ports: every one that the spec mentions and one
            that it does not. A neighbour may route to a container by way of the host, the internet cannot; everybody may call what podman publishes
            on the host. br_netfilter is off.

            | firewall | wrongly open | wrongly closed |
            | --- | --- | --- |
            {Row("podplay's", counts[0])}
            {Row("none: podman alone", counts[1])}
            {Row("by hand: established, 8080 8443 25 587 993 over TCP, 53 over UDP, else drop, on input", counts[2])}
            {Row("podplay's without its table for bridges", counts[3])}

            """);
    }
}
