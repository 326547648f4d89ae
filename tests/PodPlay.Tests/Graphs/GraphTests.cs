using System.Text.Json;
using System.Xml.Linq;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Graphs;

/// <summary>Pictures, read by the programs that draw them.</summary>
public sealed class GraphTests
{
    public static TheoryData<string> Samples => InMemory.All;

    [NodeFact]
    public void Mermaid_reads_every_sample()
    {
        var texts = InMemory.Names.Select(n => Print(n, "mermaid")).ToList();
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/mermaid/parse.mjs", JsonSerializer.Serialize(texts)));
        Assert.Equal(texts.Count, answer.RootElement.GetArrayLength());
        Assert.All(answer.RootElement.EnumerateArray(), a => Assert.Equal("", a.GetProperty("fault").GetString()));
        var seed = answer.RootElement[InMemory.Names.ToList().IndexOf("seed")];
        Assert.Contains("svc_apache -> svc_db: postgres", seed.GetProperty("edges").EnumerateArray().Select(e => e.GetString()));
        Assert.Contains("svc_apache: apache x3", seed.GetProperty("nodes").EnumerateArray().Select(e => e.GetString()));
    }

    [MachineToolFact("dot")]
    public void Graphviz_draws_every_sample() => Assert.All(InMemory.Names, name =>
    {
        var drawn = TitlesOf(Print(name, "svg"));
        var network = InMemory.Compile(InMemory.Text(name), InMemory.Lock(name)).Network!;
        Assert.Superset(network.Services.Select(s => $"svc_{s.Name.Replace('-', '_')}").ToHashSet(), drawn.ToHashSet());
        Assert.Superset(network.Zones.Where(z => !z.Services.IsEmpty).Select(z => $"cluster_{z.Name}").ToHashSet(), drawn.ToHashSet());
    });

    [MachineToolFact("dot")]
    public void Every_flow_and_exposure_is_an_edge()
    {
        var drawn = TitlesOf(Print("seed", "svg"));
        Assert.Contains("svc_apache->svc_db", drawn);
        Assert.Contains("zone_dmz->svc_dns", drawn);
        Assert.Contains("internet->svc_haproxy", drawn);
        Assert.Contains("source_admin->svc_monitoring", drawn);
    }

    [Fact]
    public void One_zone_comes_with_what_touches_it()
    {
        var internalZone = Print("seed", "dot", "--zone", "internal");
        Assert.Contains("svc_apache -> svc_db", internalZone, StringComparison.Ordinal);
        Assert.DoesNotContain("svc_haproxy", internalZone, StringComparison.Ordinal);
        Assert.Contains("did you mean internal?", CliRun.Of("graph", "--zone", "internl", "-f", Repository.PathOf("samples/seed/podplay.yaml")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Graphviz_it_says_what_to_install()
    {
        using var folder = new ProgramFolder();
        // A PATH with no dot in it: what the program itself needs is called by its whole path.
        var dotnet = Published.Path is null ? "$(command -v dotnet)" : "";
        var run = folder.Bash(Repository.Root, $"d={dotnet}; p=$(sed -n 's/^exec //p' $(command -v podplay) | sed \"s|^dotnet|$d|; s| \\\"\\$@\\\"||\"); eval \"PATH=/nonexistent $p graph --format svg -f samples/quickstart/podplay.yaml\"");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("apt install graphviz", run.Error, StringComparison.Ordinal);
    }

    private static string Print(string sample, params string[] arguments)
    {
        var run = CliRun.Of(["graph", "--format", .. arguments, "-f", Repository.PathOf($"samples/{sample}/podplay.yaml")]);
        Assert.Equal("", run.Error);
        return run.Out;
    }

    private static List<string> TitlesOf(string svg) => [.. XDocument.Parse(svg, LoadOptions.None).Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value)];
}
