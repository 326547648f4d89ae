using PodPlay.Artefacts.Sysctl;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Sysctl;

/// <summary>The file as systemd-sysctl of Debian 12 and 13 reads it, in a network namespace of its own.</summary>
public sealed class SysctlFileTests
{
    private const string File = "etc/sysctl.d/90-podplay.conf";

    // systemd-sysctl ends with success where a key is unknown or may not be written; so what counts is what stands in /proc afterwards.
    private const string Script = """
        for name in $1; do ip link add "$name" type bridge; done
        /usr/lib/systemd/systemd-sysctl /etc/sysctl.d/90-podplay.conf || echo "exit code $?"
        grep -v '^#' /etc/sysctl.d/90-podplay.conf | while IFS='=' read -r key value; do
            [ -n "$value" ] || continue
            key=$(echo ${key#-}) value=$(echo $value)
            now=$(echo $(cat "/proc/sys/$(echo "$key" | tr ./ /.)" 2>/dev/null))
            [ "$now" = "$value" ] && echo "set $key" || echo "not set $key"
        done
        """;

    // What the machine alone has: a namespace may not write it, and some of it it does not even see. Checked by podplay's own table.
    private static readonly string[] OfTheMachine = ["net.core.netdev_max_backlog", "net.core.rmem_max", "net.core.wmem_max"];

    public static TheoryData<Debian, string, string> Hosts => new()
    {
        { Debian.Bookworm, "balancing", "one" },
        { Debian.Trixie, "balancing", "one" },
        { Debian.Bookworm, "fast-path", "node" },
        { Debian.Trixie, "fast-path", "node" },
        { Debian.Trixie, "seed", "main" },
    };

    [ToolTheory]
    [MemberData(nameof(Hosts))]
    public void Every_key_of_a_namespace_has_its_value_afterwards(Debian debian, string sample, string host)
    {
        var lines = Apply(debian, TextOf(sample, host));

        Assert.Contains("set net.ipv4.tcp_rmem", lines);
        Assert.Equal(lines.Where(l => l.StartsWith("not set ", StringComparison.Ordinal)).Select(l => l[8..]).Order(StringComparer.Ordinal), OfTheMachine.Where(k => lines.Contains($"not set {k}")));
        Assert.DoesNotContain(lines, l => l.StartsWith("exit code", StringComparison.Ordinal));
    }

    // The test of the tests.
    [ToolFact]
    public void A_value_behind_quotes_or_an_unknown_key_is_seen()
    {
        var text = TextOf("balancing", "one")
            .Replace("4096 131072 16777216", "\"4096 131072 16777216\"", StringComparison.Ordinal)
            .Replace("net.ipv4.tcp_wmem", "net.ipv4.tcp_wmen", StringComparison.Ordinal);

        var lines = Apply(Debian.Trixie, text);

        Assert.Contains("not set net.ipv4.tcp_rmem", lines);
        Assert.Contains("not set net.ipv4.tcp_wmen", lines);
    }

    // BBR is a module, which this machine may lack; every kernel has reno.
    private static string TextOf(string sample, string host) =>
        Rendered.By(new SysctlArtefact(), InMemory.Compile(InMemory.Text(sample)).Network!)[$"{host}/{File}"].Replace("= bbr", "= reno", StringComparison.Ordinal);

    private static IReadOnlyList<string> Apply(Debian debian, string text)
    {
        using var tree = TempTree.Of((File, text));
        return ToolResult.LinesOf(InRoot.Script(debian, tree.Root, Script, ["enp1s0"]).Output);
    }
}
