using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PodPlay.Hostile;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Graphs;

/// <summary>Pictures, read by the programs that draw them.</summary>
public sealed partial class GraphTests
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

    /// <summary>`end`, `click` and `subgraph` are words of Mermaid's; here hosts, zones, services and sources are called so.</summary>
    [NodeFact]
    public void Mermaid_reads_names_that_are_words_of_its_own()
    {
        var specs = RealToolTests.Specs.Select(t => InMemory.Compile(RealToolTests.WithTheirWords(t.Sample, t.Turn))).ToList();
        var graphs = specs.Select(s => NetworkGraph.Of(s.Network!)).ToList();
        var pictures = specs.SelectMany(s => MermaidPicture().Matches(InMemory.Render(s)["NETWORK.md"]).Select(m => m.Groups[1].Value)).ToList();
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/mermaid/parse.mjs", JsonSerializer.Serialize(graphs.Select(MermaidGraph.Print).Concat(pictures))));
        var drawn = answer.RootElement.EnumerateArray().ToList();

        Assert.All(drawn, a => Assert.Equal("", a.GetProperty("fault").GetString()));
        Assert.True(pictures.Count >= specs.Count, "NETWORK.md has pictures");
        Assert.All(graphs.Zip(drawn), g => Assert.Equal(g.First.Nodes.Select(n => $"{n.Id}: {n.Text}").Order(), TextsOf(g.Second, "nodes").Order()));
        Assert.All(graphs.Zip(drawn), g => Assert.Equal(g.First.Edges.Select(e => $"{e.From.Id} -> {e.To.Id}: {e.Text}").Order(), TextsOf(g.Second, "edges").Order()));
    }

    [MachineToolFact("dot")]
    public void Graphviz_reads_names_that_are_words_of_its_own() => Assert.All(RealToolTests.Specs, turn =>
    {
        using var folder = TempTree.Of(("podplay.yaml", RealToolTests.WithTheirWords(turn.Sample, turn.Turn)));
        var run = CliRun.Of("graph", "--format", "svg", "-f", Path.Combine(folder.Root, "podplay.yaml"));
        Assert.Equal("", run.Error);
        var graph = NetworkGraph.Of(InMemory.Compile(File.ReadAllText(Path.Combine(folder.Root, "podplay.yaml"))).Network!);
        Assert.Superset(graph.Nodes.Select(n => n.Id).ToHashSet(), TitlesOf(run.Out).ToHashSet());
        Assert.Superset(graph.Nodes.Select(n => n.Text).ToHashSet(), XDocument.Parse(run.Out).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToHashSet());
    });

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

    private static IEnumerable<string> TextsOf(JsonElement picture, string list) => picture.GetProperty(list).EnumerateArray().Select(e => e.GetString()!);

    private static List<string> TitlesOf(string svg) => [.. XDocument.Parse(svg, LoadOptions.None).Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value)];

    [GeneratedRegex("```mermaid\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex MermaidPicture();
}
