using System.Text;
using PodPlay.Templating;

namespace PodPlay.Tests.Templating;

public sealed class TemplateRulesTests
{
    [Fact]
    public void Every_embedded_template_prints_and_decides_nothing() =>
        Assert.Empty(TemplateStore.EmbeddedNames.SelectMany(n => TemplateRules.Violations(n, TemplateStore.Embedded, TextOf(n))));

    [Theory]
    [InlineData("{{ a }}\n")]
    [InlineData("{{~ for x in xs ~}}\n{{ x.name }}\n{{~ end ~}}\n")]
    [InlineData("{{ if a.b }}x{{ else if c }}y{{ else }}z{{ end }}\n")]
    [InlineData("{{ include 'quadlet/header.sbn' }}\n")]
    public void Print_for_if_and_include_are_allowed(string text) => Assert.Empty(Violations(text));

    [Theory]
    [InlineData("{{ a + 1 }}\n")]
    [InlineData("{{ if a == b }}x{{ end }}\n")]
    [InlineData("{{ if a && b }}x{{ end }}\n")]
    [InlineData("{{ if !a }}x{{ end }}\n")]
    [InlineData("{{ a | string.upcase }}\n")]
    [InlineData("{{ x = a }}\n")]
    [InlineData("{{ a[0] }}\n")]
    [InlineData("{{ include a }}\n")]
    [InlineData("{{ while a }}x{{ end }}\n")]
    [InlineData("{{ func f }}x{{ end }}\n")]
    [InlineData("{{ 'text' }}\n")]
    [InlineData("{{ case a }}{{ when 1 }}x{{ end }}\n")]
    public void Anything_else_is_not(string text) => Assert.NotEmpty(Violations(text));

    [Fact]
    public void Eighty_lines_are_allowed_and_eighty_one_are_not() =>
        Assert.Equal((0, 1), (Violations(new('\n', 80)).Count, Violations(new('\n', 81)).Count));

    private static IReadOnlyList<string> Violations(string text) =>
        TemplateRules.Violations("t/main.sbn", Templates.Store(text), text);

    private static string TextOf(string name)
    {
        using var stream = typeof(TemplateStore).Assembly.GetManifestResourceStream("templates/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
