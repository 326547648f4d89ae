using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Docs;

/// <summary>Each recipe of docs/cookbook.md, added to the spec at its head, is a network without findings.</summary>
public sealed class CookbookTests
{
    private const string Page = "docs/cookbook.md";

    public static TheoryData<int> Recipes => [.. PageBlock.Of(Page).Where(b => b.Language == "yaml").Skip(1).Select(b => b.Line)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_recipe_fits_the_spec(int line)
    {
        var blocks = PageBlock.Of(Page).Where(b => b.Language == "yaml").ToList();
        var files = new MemorySpecFiles
        {
            ["podplay.yaml"] = blocks[0].Text + "include: [recipe.yaml]\n",
            ["recipe.yaml"] = blocks.Single(b => b.Line == line).Text,
        };
        var findings = Compiler.Compile("podplay.yaml", files).Findings;
        Assert.Empty(findings.Open.Where(d => d.Severity != Severity.Note && d.Rule != Diagnose.UnusedZoneRule).Select(Expectation.Describe));
    }
}
