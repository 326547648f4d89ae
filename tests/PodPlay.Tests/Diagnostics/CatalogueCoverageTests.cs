using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary>No code without a case that states it with its line and column, and without examples that are compiled; and none of the codes that
/// were planned is forgotten.</summary>
public sealed class CatalogueCoverageTests
{
    // What is at fault is no text of a spec: the tests that show it.
    private static readonly SortedDictionary<string, string> ShownBy = new(StringComparer.Ordinal)
    {
        ["PP149"] = "Cli/BadInputProgramTests",
        ["PP150"] = "Cli/DiffTests",
        ["PP151"] = "Cli/DiffTests",
        ["PP152"] = "Cli/DiffTests",
        ["PP153"] = "Cli/DiffTests",
        ["PP180"] = "Output/SafeFileTests",
        ["PP181"] = "Output/SafeFileTests",
        ["PP528"] = "Artefacts/Bind/ZoneSerialTests",
        ["PP529"] = "Artefacts/Bind/ZoneSerialTests",
        ["PP901"] = "Output/OutputStatesTests",
        ["PP902"] = "Output/OutputStatesTests",
        ["PP903"] = "Cli/GenTests",
        ["PP904"] = "Output/OutputStatesTests",
        ["PP905"] = "Output/OutputStatesTests",
        ["PP906"] = "Output/OutputSafetyTests",
        ["PP907"] = "Cli/BadInputProgramTests",
        ["PP908"] = "Output/OutputSafetyTests",
        ["PP909"] = "Output/OutputSafetyTests",
        ["PP910"] = "Output/OutputSafetyTests",
    };

    // Cases can state them; on a page nobody would read such a file.
    private static readonly string[] ShownOnTheConsole = ["PP116", "PP117", "PP118", "PP119"];

    // The catalogue as it was drawn up: the first and the last of each area.
    private static readonly (int First, int Last)[] Planned = [(101, 115), (201, 214), (301, 312), (401, 414), (501, 507), (601, 607), (701, 708), (801, 804), (901, 905)];

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(r => r.Code)];

    private static readonly HashSet<string> Stated = [.. CaseTests.Names.SelectMany(n => CaseTests.Of(n).Expected).Select(e => e.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_stated_by_a_case_or_shown_by_a_test_of_its_own(string code)
    {
        if (!ShownBy.TryGetValue(code, out var test))
            Assert.True(Stated.Contains(code), $"{code}: no file of Diagnostics/Cases states it");
        else
            Assert.Contains(code, File.ReadAllText(Repository.PathOf($"tests/PodPlay.Tests/{test}.cs")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_examples_of_its_page_are_compiled(string code) =>
        Assert.Equal(ShownBy.ContainsKey(code) || ShownOnTheConsole.Contains(code) ? "console" : "yaml", ExplainPage.Of(code).Example.Language);

    [Fact]
    public void No_exception_is_kept_for_a_code_that_needs_none()
    {
        Assert.Empty(ShownBy.Keys.Concat(ShownOnTheConsole).Except(DiagnosticCatalog.All.Select(r => r.Code)));
        Assert.Empty(ShownBy.Keys.Intersect(Stated));
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
