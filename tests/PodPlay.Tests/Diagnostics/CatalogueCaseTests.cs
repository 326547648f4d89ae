using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary>No code without a case that states it with its line and column; and none of the codes that were planned is forgotten.</summary>
public sealed class CatalogueCaseTests
{
    // The catalogue as it was drawn up: the first and the last of each area.
    private static readonly (int First, int Last)[] Planned = [(101, 115), (201, 214), (301, 312), (401, 414), (501, 507), (601, 607), (701, 708), (801, 804), (901, 905)];

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(r => r.Code)];

    private static readonly Lazy<List<string>> TestSources = new(() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests/PodPlay.Tests"), "*.cs", SearchOption.AllDirectories).Where(p => !p.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)]);

    private static readonly HashSet<string> Stated = [.. CaseTests.Names.SelectMany(n => CaseTests.Of(n).Expected).Select(e => e.Code)];

    /// <summary>A page whose examples are specs has them compiled; what no text of a spec can hold is shown as on a terminal.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_stated_by_a_case_or_is_no_spec_and_has_a_test_of_its_own(string code)
    {
        if (Stated.Contains(code))
            return;
        Assert.True(ExplainPage.Of(code).Example.Language == "console", $"{code}: no file of Diagnostics/Cases states it");
        Assert.True(TestSources.Value.Any(t => t.Contains($"\"{code}", StringComparison.Ordinal) || t.Contains($"{code} ", StringComparison.Ordinal) || t.Contains($"[{code}]", StringComparison.Ordinal)), $"{code}: its page is no spec, and no test asks for it");
    }

    [Fact]
    public void Of_the_codes_that_were_planned_each_is_there_or_turned_down_with_a_reason()
    {
        var planned = Planned.SelectMany(p => Enumerable.Range(p.First, p.Last - p.First + 1)).Select(n => $"PP{n}").ToList();
        var there = DiagnosticCatalog.All.Select(r => r.Code).ToList();
        var turnedDown = TurnedDown().ToList();

        Assert.Equal(86, planned.Count);
        Assert.Empty(planned.Except(there).Except(turnedDown.Select(t => t.Code)));
        Assert.Empty(turnedDown.Select(t => t.Code).Intersect(there));
        Assert.Empty(turnedDown.Select(t => t.Name).Intersect(DiagnosticCatalog.All.Select(r => r.Name)));
        Assert.All(turnedDown, t => Assert.True(t.Reason.Length > 20, $"{t.Code} is turned down without a reason"));
    }

    private static IEnumerable<(string Code, string Name, string Reason)> TurnedDown() =>
        File.ReadLines(Repository.PathOf("docs/decisions/0008-findings-turned-down.md"))
            .Where(l => l.StartsWith("| PP", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries) is [_, var code, var name, var reason, ..] ? (code, name, reason) : throw new FormatException(l));
}
