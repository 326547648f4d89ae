using System.Text;
using System.Text.Json;
using PodPlay.Testing;

namespace PodPlay.Changes.Rendering;

/// <summary>What people and programs read, for the changes of a small network.</summary>
public sealed class ChangeRenderingTests
{
    [Fact]
    public void Text() => TextSnapshot.Verify(this, All(d => ChangeTextRenderer.Render(d)));

    [Fact]
    public void Markdown() => TextSnapshot.Verify(this, All(ChangeMarkdownRenderer.Render));

    [Fact]
    public void Json() => TextSnapshot.Verify(this, ChangeJsonRenderer.Render(Example));

    [Fact]
    public void Sarif() => TextSnapshot.Verify(this, ChangeSarifRenderer.Render(Example));

    [Fact]
    public void Github() => TextSnapshot.Verify(this, ChangeGithubRenderer.Render(Example));

    [Fact]
    public void A_comment_of_a_very_large_change_fits_and_is_whole()
    {
        var after = Scene.Edit(("  worker:\n", string.Concat(Enumerable.Range(1, 180).Select(n =>
            $"  very-long-name-of-a-service-{n}:\n    image: localhost/s:1.0.0\n    zone: dmz\n    public: {{ a-port-with-a-long-name: {20000 + n}, another-port-with-a-long-name: {21000 + n}/tcp+udp }}\n")) + "  worker:\n"));
        var text = ChangeMarkdownRenderer.Render(Scene.Document(Scene.Text, after));
        Assert.InRange(text.Length, 1000, ChangeMarkdownRenderer.MaxLength);
        Assert.Contains(" more: `podplay diff`", text, StringComparison.Ordinal);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
        Assert.EndsWith("</sub>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_stay_within_what_the_runner_keeps()
    {
        var services = string.Concat(Enumerable.Range(1, 30).Select(n => $"  s{n}:\n    image: localhost/s:1.0.0\n    zone: dmz\n    public: {{ web: {20000 + n} }}\n"));
        var text = ChangeGithubRenderer.Render(Scene.Document(Scene.Text, Scene.Edit(("  worker:\n", services + "  worker:\n"))));
        var warnings = text.Split('\n').Where(l => l.StartsWith("::warning", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, warnings.Count);
        Assert.Contains("and 21 more connections", warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_what_the_text_says()
    {
        using var json = JsonDocument.Parse(ChangeJsonRenderer.Render(Example));
        Assert.Equal(1, json.RootElement.GetProperty("format").GetInt32());
        Assert.Equal(ChangeSummary.Of(Example.Changes), json.RootElement.GetProperty("summary").GetString());
        Assert.Equal(["internet-opened"], json.RootElement.GetProperty("failed").EnumerateArray().Select(e => e.GetString()));
    }

    private static ChangeDocument Example => Scene.Document(
        Scene.Text,
        Scene.Edit(("smtp: 25,", "smtp: 25, sieve: 4190,"), ("    lan: { pop3: 110 }\n", ""), ("  mail -> db: postgres\n", "  mail -> db: postgres\n  apache -> mail: smtp\n"), ("172.20.4.0/24", "172.20.5.0/24")),
        "internet-opened", "unlimited");

    private static string All(Func<ChangeDocument, string> render)
    {
        var text = new StringBuilder();
        foreach (var (title, after) in Edits.All)
            text.Append($"=== {title}\n{render(Scene.Document(Scene.Text, after))}\n");
        return text.ToString();
    }
}
