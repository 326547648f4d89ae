using System.Globalization;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Templating;
using PodPlay.Testing;

namespace PodPlay.Hostile;

/// <summary>docs/limits.md says the numbers that the code has.</summary>
public sealed class LimitPageTests
{
    [Fact]
    public void Every_limit_is_on_the_page()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/limits.md"));
        int[] limits =
        [
            SpecParser.MaxLength, YamlReader.MaxDepth, EventCheck.MaxNodes, EventCheck.MaxTextLength, NodeBuilder.MaxKeyLength, SpecLoader.MaxFiles, SpecLoader.MaxDepth, SpecLoader.MaxBytes, SpecLoader.MaxValues,
            TemplateOverrides.MaxLength, .. SpecBounds.Sections.Select(s => s.Most),
        ];
        Assert.All(limits, l => Assert.Contains($" {l.ToString("N0", CultureInfo.InvariantCulture)} ", page, StringComparison.Ordinal));
        Assert.All(SpecBounds.Sections, s => Assert.Contains(s.Section, page, StringComparison.Ordinal));
    }
}
