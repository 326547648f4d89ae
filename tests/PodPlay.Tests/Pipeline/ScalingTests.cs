using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>One replica more is a small change: a reviewer sees what it does, and no other container restarts.</summary>
public sealed class ScalingTests
{
    private static readonly SortedDictionary<string, string> Three = InMemory.RenderNamed("seed");
    private static readonly SortedDictionary<string, string> Four =
        InMemory.Render(InMemory.Text("seed").Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal), InMemory.Lock("seed"));

    [Fact]
    public void Exactly_one_unit_is_new_and_no_other_is_touched()
    {
        Assert.Equal(["main/etc/containers/systemd/apache-4.container"], Four.Keys.Except(Three.Keys));
        Assert.Empty(Three.Keys.Except(Four.Keys));
        Assert.Empty(Three.Where(f => IsUnit(f.Key) && Four[f.Key] != f.Value).Select(f => f.Key));
    }

    [Fact]
    public void The_ruleset_gains_one_address_of_each_family()
    {
        var (added, removed) = Changed("main/etc/nftables.d/podplay.nft");

        Assert.Equal(["172.20.1.23,", "fd00:dead:beef:1::23,"], added);
        Assert.Empty(removed);
    }

    /// <summary>samples/seed balances two ports of apache, one of them for a path of its own besides: the same line of HAProxy is one in each backend.</summary>
    [Fact]
    public void Haproxy_gains_one_line_in_each_backend()
    {
        const string Path = "main/etc/podplay/haproxy/haproxy.cfg";
        Assert.Equal(3, Three[Path].Split('\n').Count(l => l.Trim().StartsWith("server apache-3 ", StringComparison.Ordinal)));
        Assert.Equal(3, Four[Path].Split('\n').Count(l => l.Trim().StartsWith("server apache-4 ", StringComparison.Ordinal)));

        var (added, removed) = Changed(Path);

        Assert.Equal(["server apache-4 172.20.1.23:80", "server apache-4 172.20.1.23:443"], added);
        Assert.Empty(removed);
    }

    [Fact]
    public void A_balancer_of_one_pool_gains_one_line()
    {
        var one = InMemory.Text("seed").Replace("      https: { to: apache.https, mode: tcp }\n", "", StringComparison.Ordinal).Replace(", mta-sts.example.com]", "]", StringComparison.Ordinal)
            .Replace("[apache.http, mirror.http]", "mirror.http", StringComparison.Ordinal).Replace("            drain: apache-1", "            #", StringComparison.Ordinal);
        var path = "main/etc/podplay/haproxy/haproxy.cfg";
        var before = InMemory.Render(one, InMemory.Lock("seed"))[path].Split('\n');
        var after = InMemory.Render(one.Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal), InMemory.Lock("seed"))[path].Split('\n');

        Assert.Equal(["    server apache-4 172.20.1.23:80"], after.Except(before));
        Assert.Equal(before.Length + 1, after.Length);
    }

    [Fact]
    public void Its_certificates_are_one_line_in_each_script() => Assert.All(
        Three.Keys.Where(p => p.StartsWith("main/etc/podplay/certificates/", StringComparison.Ordinal)),
        path => Assert.Contains("apache-4", Assert.Single(Changed(path).Added), StringComparison.Ordinal));

    [Fact]
    public void The_other_host_gets_the_same_bytes() => Assert.Equal(
        Three.Where(f => f.Key.StartsWith("fast/", StringComparison.Ordinal)),
        Four.Where(f => f.Key.StartsWith("fast/", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_but_ruleset_balancer_names_and_reports_differs() => Assert.Equal(
        ["MANIFEST", "NETWORK.md", "connectivity.csv", "main.RESTORE.md", "main.RUNBOOK.md", "main.apply.sh", "main.collect.sh", "main/etc/nftables.d/podplay.nft", "main/etc/podplay/MANIFEST",
            "main/etc/podplay/certificates/check.sh", "main/etc/podplay/certificates/install.sh", "main/etc/podplay/certificates/reload.sh", .. Zones, "main/etc/podplay/haproxy/haproxy.cfg", "main/etc/podplay/hosts"],
        Three.Where(f => Four[f.Key] != f.Value).Select(f => f.Key).Append("NETWORK.md").Append("connectivity.csv").Distinct().Order(StringComparer.Ordinal));

    private static string[] Zones =>
        [.. new[] { "1.0.0.0.f.e.e.b.d.a.e.d.0.0.d.f.ip6.arpa", "1.20.172.in-addr.arpa", "podplay.internal" }.Select(z => $"main/etc/podplay/dns/zones/internal/{z}.zone")];

    private static bool IsUnit(string path) => path.Contains("/systemd/", StringComparison.Ordinal);

    private static (string[] Added, string[] Removed) Changed(string path)
    {
        var before = Three[path].Split('\n');
        var after = Four[path].Split('\n');
        return ([.. after.Except(before).Select(l => l.Trim())], [.. before.Except(after).Select(l => l.Trim())]);
    }
}
