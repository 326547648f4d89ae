namespace PodPlay.Speed;

public sealed class InstructionBudgetTests
{
    private static readonly string Budget = InstructionBudget.Print(Runs(("seed gen", 100_000_000), ("seed check", 50_000_000)));

    [Theory]
    [InlineData(100_000_000)]
    [InlineData(100_900_000)]
    [InlineData(97_100_000)]
    public void Kept(long count) => Assert.Null(InstructionBudget.Verdict(Budget, Runs(("seed gen", count), ("seed check", 50_000_000))));

    [Fact]
    public void More_than_one_percent_is_over_and_all_figures_are_shown() => Assert.Equal(
        [
            "Millions of instructions, against bench/instructions.tsv:",
            "seed gen: 101.1 of 100.0 (+1.1%) OVER, 1% is allowed",
            "seed check: 50.0 of 50.0 (0.0%) kept",
        ],
        Lines(InstructionBudget.Verdict(Budget, Runs(("seed gen", 101_100_000), ("seed check", 50_000_000))))[..3]);

    [Fact]
    public void Far_under_asks_for_a_lower_budget() =>
        Assert.Contains("seed gen: 96.0 of 100.0 (-4.0%) far under: lower the budget", Lines(InstructionBudget.Verdict(Budget, Runs(("seed gen", 96_000_000), ("seed check", 50_000_000)))));

    [Fact]
    public void A_run_without_a_budget_and_a_budget_without_a_run_fail()
    {
        var lines = Lines(InstructionBudget.Verdict(Budget, Runs(("seed gen", 100_000_000), ("other", 1_000_000))));
        Assert.Contains("other: 1.0, and no budget", lines);
        Assert.Contains("seed check: nobody runs it", lines);
    }

    private static string[] Lines(string? verdict) => Assert.IsType<string>(verdict).Split('\n');

    private static Dictionary<string, long> Runs(params (string Name, long Count)[] runs) => runs.ToDictionary(r => r.Name, r => r.Count, StringComparer.Ordinal);
}
