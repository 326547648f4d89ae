using System.Reflection;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>Every contradiction of the original description is reported, or can no longer be written: <c>docs/contradictions.md</c>.</summary>
public sealed class ContradictionTableTests
{
    private const string Page = "docs/contradictions.md";
    private const string Literal = "samples/seed-literal.yaml";

    private static readonly HashSet<string> InTheTranscription =
        [.. Compiler.Compile(Literal, new MemorySpecFiles { [Literal] = File.ReadAllText(Repository.PathOf(Literal)) }).Findings.Open.Select(d => d.Code)];

    private static readonly HashSet<string> InTheSeed = [.. InMemory.Compile(InMemory.Text("seed"), InMemory.Lock("seed")).Findings.Open.Select(d => d.Code)];

    public static TheoryData<string> Ids => [.. Contradictions.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_reported_or_shown_to_be_impossible(string id)
    {
        var row = Contradictions.All.Single(c => c.Id == id);

        Assert.All(row.Codes, c => Assert.NotNull(DiagnosticCatalog.Find(c)));
        Assert.All(row.Tests, t => Assert.Contains(typeof(ContradictionTests).GetMethod(t)!.GetCustomAttributes<FactAttribute>(), a => a.Skip is null));
        // A code alone is no proof: something must report it.
        Assert.True(!row.Tests.IsEmpty || row.Codes.Any(c => InTheTranscription.Contains(c) || InTheSeed.Contains(c)), id);
    }

    [Fact]
    public void No_row_stands_twice() => Assert.Distinct(Contradictions.All.Select(c => c.Id));

    [Fact]
    public void None_is_left_out() => Assert.All(
        Contradictions.All.GroupBy(c => c.Id[..^3]), area => Assert.Equal(Enumerable.Range(1, area.Count()).Select(n => $"{area.Key}{n:000}"), area.Select(c => c.Id)));

    [Fact]
    public void Every_test_of_a_contradiction_is_in_the_table() => Assert.Empty(
        typeof(ContradictionTests).GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name)
            .Except(Contradictions.All.SelectMany(c => c.Tests)));

    [Fact]
    public void The_page_is_current()
    {
        var expected = Print();
        var path = Repository.PathOf(Page);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            File.WriteAllText(path, expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"{Page} is not what the table says: {TextSnapshot.AcceptVariable}=1 dotnet test");
    }

    private static string Print()
    {
        var text = new StringBuilder("""
            # Contradictions of the original description

            podplay was asked for with the description of a real network, which contradicts itself and the tools that it names in many places.
            `samples/seed-literal.yaml` is its transcription, mistakes and all; `samples/seed` is the same network repaired. Each contradiction is
            reported by a finding, or can no longer be written since what was said twice is derived from one declaration. This page is made by
            the tests, which check every line of it.

            | | the description | with podplay | findings | tests |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var row in Contradictions.All)
            text.Append($"| {row.Id} | {row.Says} | {row.Answer} | {string.Join(", ", row.Codes.Select(c => $"[{c}](diagnostics/{c}.md)"))} | {string.Join(", ", row.Tests.Select(t => t.Replace('_', ' ')))} |\n");
        return text.ToString();
    }
}
