using System.Text.Json;
using System.Text.RegularExpressions;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Artefacts.Report;

/// <summary>The pictures of NETWORK.md, read by Mermaid itself.</summary>
public sealed partial class PicturesTests
{
    // Every name that is a word of Mermaid, or looks like one of its arrows; and more than a picture may hold.
    private static readonly string Awkward = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        sources: { click: [192.168.1.10] }
        hosts:
          subgraph: { address: [192.168.1.100] }
          style: { address: [192.168.1.101] }
        zones:
          end: { host: subgraph, subnets: [172.20.0.0/20], egress: internet }
          default: { host: subgraph, subnets: [172.20.16.0/24] }
        services:
          class: { image: localhost/w:1.0.0, zone: end, replicas: 2, private: { a--b: 80, o: 81, x: 82, end: 83 }}
          graph: { image: localhost/w:1.0.0, zone: default, lan: { graph: { port: 9000, from: click } } }
          direction: { image: localhost/w:1.0.0, zone: default, public: { v: { port: 443 -> 8443 -> 443, from: click } } }
          href: { image: localhost/w:1.0.0, host: style, network: host, lan: { call: 9000 } }

        """ + string.Concat(Enumerable.Range(0, 90).Select(n => $"  n{n}: {{ image: localhost/w:1.0.0, zone: end }}\n"))
        + "flows:\n  direction -> class: any\n  end -> class: [o, x]\n  subgraph -> class: [end]\n  default -> internet: [53/udp, 443]\n"
        + string.Concat(Enumerable.Range(0, 90).Select(n => $"  n{n} -> class: [a--b, o, x, end]\n"));

    private static readonly Lazy<Dictionary<string, Picture[]>> Read = new(() => InMemory.Names.Select(n => (Name: n, Page: InMemory.RenderNamed(n)["NETWORK.md"]))
        .Append((Name: "awkward", Page: InMemory.Render(Awkward)["NETWORK.md"]))
        .ToDictionary(p => p.Name, p => PicturesOf(p.Page)));

    public static TheoryData<string> Pages => [.. InMemory.Names, "awkward"];

    [NodeTheory]
    [MemberData(nameof(Pages))]
    public void Mermaid_reads_every_picture_within_its_limits(string page) => Assert.All(Read.Value[page], p =>
    {
        Assert.Equal("", p.Fault);
        Assert.NotEmpty(p.Nodes);
        Assert.True(p.Text.Length < 50000 && p.Edges.Length < 500, p.Title);
    });

    [NodeFact]
    public void What_it_reads_is_what_was_meant()
    {
        var zone = Read.Value["awkward"].Single(p => p.Title == "Zone default");
        Assert.Equal(["internet: internet", "svc_class: class x2", "svc_direction: direction", "svc_graph: graph", "zone_default: all of default"], zone.Nodes.Order(StringComparer.Ordinal));
        Assert.Equal(["svc_direction -> svc_class: any", "zone_default -> internet: 443/tcp, 53/udp"], zone.Edges.Order(StringComparer.Ordinal));
        var exposure = Read.Value["awkward"].Single(p => p.Title == "What the internet and the LAN reach");
        Assert.Equal(
            ["lan -> svc_href: call 9000", "source_click -> svc_direction: v 443", "source_click -> svc_graph: graph 9000"],
            exposure.Edges.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_picture_that_is_cut_says_so() =>
        Assert.Matches("(?s)### Zone end\n.*?```\n[0-9]+ more in connectivity.csv\n", InMemory.Render(Awkward)["NETWORK.md"]);

    [NodeFact]
    public void A_picture_that_is_none_is_found() => Assert.NotEqual("", Ask(["flowchart LR\n a[b -->"])[0].Fault);

    private static Picture[] PicturesOf(string page)
    {
        var found = Blocks().Matches(page);
        var read = Ask([.. found.Select(m => m.Groups["text"].Value)]);
        return [.. found.Zip(read, (m, r) => r with { Title = m.Groups["title"].Value, Text = m.Groups["text"].Value })];
    }

    private static Picture[] Ask(string[] texts)
    {
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/mermaid/parse.mjs", JsonSerializer.Serialize(texts)));
        return [.. answer.RootElement.EnumerateArray().Select(a => new Picture("", "", a.GetProperty("fault").GetString()!, Texts(a, "nodes"), Texts(a, "edges")))];
    }

    private static string[] Texts(JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    [GeneratedRegex("### (?<title>[^\n]*)\n\n```mermaid\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    private sealed record Picture(string Title, string Text, string Fault, string[] Nodes, string[] Edges);
}
