using PodPlay.Samples;
using PodPlay.Testing;

namespace PodPlay.Cli;

/// <summary>From the output to the spec and back, on samples/seed as it is committed.</summary>
public sealed class WhereTests
{
    private const string Spec = "samples/seed/podplay.yaml";

    private static readonly string[] SpecLines = File.ReadAllLines(Repository.PathOf(Spec));

    [Theory]
    [InlineData("main/etc/nftables.d/podplay.nft", "flows.apache -> db", "flows.apache -> db", "line")]
    [InlineData("main/etc/containers/systemd/apache-1.container", "Wants=db.service", "flows.apache -> db", "block")]
    [InlineData("main/etc/containers/systemd/apache-1.container", "After=db.service", "flows.apache -> db", "block")]
    [InlineData("main/etc/containers/systemd/apache-1.container", "Environment=DB_PORT=5432", "flows.apache -> db", "block")]
    [InlineData("main/etc/containers/systemd/apache-1.container", "HealthCmd=", "services.apache", "file")]
    [InlineData("main/etc/containers/systemd/dmz.network", "[Network]", "zones.dmz", "file")]
    [InlineData("main/etc/podplay/haproxy/haproxy.cfg", "    bind :80 ", "services.haproxy.balance.http", "block")]
    [InlineData("main/etc/podplay/haproxy/haproxy.cfg", "    use_backend acme_certbot", "certificates.example.com", "block")]
    [InlineData("main/etc/podplay/haproxy/haproxy.cfg", "    default_backend be_http", "services.haproxy.balance.http", "block")]
    [InlineData("main/etc/podplay/hosts", "172.20.1.21 ", "services.apache", "block")]
    [InlineData("main/etc/systemd/system/podplay-firewall.service", "[Unit]", "hosts.main", "file")]
    public void A_line_leads_to_the_line_of_the_spec(string file, string text, string path, string by)
    {
        var lines = File.ReadAllLines(Repository.PathOf($"output/seed/{file}"));
        var at = Array.FindIndex(lines, l => l.Contains(text, StringComparison.Ordinal)) + 1;
        Assert.NotEqual(0, at);
        var row = Assert.Single(Where($"{Repository.PathOf("output/seed")}/{file}:{at}"), r => r.Path == path);
        Assert.Equal(by, row.By);
        Assert.Contains(SpecLines[row.SpecLine - 1].Trim().Split(' ')[0].TrimEnd(':'), path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_be_called_as_on_its_host() =>
        Assert.Equal(["fast", "main"], Where("/etc/nftables.d/podplay.nft:1").Select(r => r.Output.Split("output/seed/")[1].Split('/')[0]));

    [Fact]
    public void A_path_leads_to_every_line_that_names_it()
    {
        var rows = Where("services.cache");
        var named = Directory.EnumerateFiles(Repository.PathOf("output/seed/main"), "*", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadAllLines(f).Select((l, at) => (Place: $"{f}:{at + 1}", Line: l)))
            .Where(l => System.Text.RegularExpressions.Regex.IsMatch(l.Line, @"services\.cache\b"))
            .Select(l => l.Place);
        Assert.Superset(named.ToHashSet(), rows.Select(r => r.Output).ToHashSet());
        Assert.Contains(rows, r => r is { By: "file" } && r.Output.EndsWith("/cache.container", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_the_spec_leads_to_the_same()
    {
        var line = Array.FindIndex(SpecLines, l => l == "  cache:") + 1;
        Assert.Equal(Where("services.cache"), Where($"{Repository.PathOf(Spec)}:{line}"));
        // What is not spelled out in the output is in the file of what it belongs to.
        Assert.Contains(Where($"{Repository.PathOf(Spec)}:{line + 1}"), r => r.Output.EndsWith("/cache.container", StringComparison.Ordinal) && r.Path == "services.cache");
    }

    [Theory]
    [InlineData("services.cahce", "did you mean services.cache?")]
    [InlineData("main/etc/nowhere:3", "podplay writes no main/etc/nowhere")]
    [InlineData("main/etc/podplay/hosts:99999", "lines")]
    public void What_is_nowhere_is_said(string place, string answer)
    {
        var run = Run(place);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_nothing_asked_for_is_no()
    {
        var run = Run("NETWORK.md:1");
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void An_output_that_is_not_current_is_said()
    {
        using var folder = Testing.Tools.TempTree.Of(("main/etc/podplay/hosts", "# mine\n"));
        var run = CliRun.Of("where", "main/etc/podplay/hosts:1", "-f", Repository.PathOf(Spec), "-o", folder.Root);
        Assert.Contains("is not what the spec says now", run.Error, StringComparison.Ordinal);
    }

    // No path of the output is a dead end: each has a place in the spec.
    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void Every_path_in_an_output_is_in_the_spec(string sample)
    {
        var compilation = InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample));
        var tree = compilation.Render();
        var index = new Provenance.ProvenanceIndex(tree, compilation.Network!, compilation.Places!);
        var hosts = tree.Files.Keys.Where(f => f.Contains("/etc/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(hosts);
        Assert.All(hosts, f => Assert.All(Enumerable.Range(1, index.LineCount(f)).SelectMany(l => index.Of(f, l)), t => Assert.NotNull(t.Place)));
    }

    private sealed record Row(string Output, string Path, int SpecLine, string By);

    private static List<Row> Where(string place)
    {
        var run = Run(place);
        Assert.True(run.ExitCode == 0, run.Error);
        return [.. run.Out.Split('\n')[1..^1].Select(l => l.Split('\t')).Select(c => new Row(c[0], c[1], int.Parse(c[2].Split(':')[^2], System.Globalization.CultureInfo.InvariantCulture), c[3]))];
    }

    private static CliRun Run(string place) => CliRun.Of("where", place, "--format", "tsv", "-f", Repository.PathOf(Spec), "-o", Repository.PathOf("output/seed"));
}
