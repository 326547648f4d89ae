using System.Globalization;

namespace PodPlay.Speed;

/// <summary>
/// What each run may cost, in millions of instructions: bench/instructions.tsv. A count does not depend on what else the machine does,
/// so that 1 % more is the product's doing, or the compiler's.
/// </summary>
internal static class InstructionBudget
{
    private const double MoreAllowed = 0.01;

    /// <summary>What is gained is written down, or it creeps away again.</summary>
    private const double LessAllowed = 0.03;

    private const double Million = 1e6;

    private static readonly string[] Header =
    [
        "# Millions of instructions of the published binary, counted by valgrind (docs/performance.md).",
        "# bench/instructions --accept writes this file.",
    ];

    public static string Print(IReadOnlyDictionary<string, long> counts) =>
        string.Concat(Header.Concat(counts.Select(c => $"{c.Key}\t{Millions(c.Value)}")).Select(l => l + "\n"));

    /// <summary>Null when all runs keep to the budget, or else a table of all of them and what to do.</summary>
    public static string? Verdict(string budget, IReadOnlyDictionary<string, long> counts)
    {
        var allowed = budget.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .ToDictionary(f => f[0], f => double.Parse(f[1], CultureInfo.InvariantCulture) * Million, StringComparer.Ordinal);
        var rows = counts.Select(c => Row(c.Key, allowed.TryGetValue(c.Key, out var most) ? most : null, c.Value))
            .Concat(allowed.Keys.Except(counts.Keys, StringComparer.Ordinal).Select(n => (Text: $"{n}: nobody runs it", IsKept: false)))
            .ToList();
        return rows.All(r => r.IsKept)
            ? null
            : $"Millions of instructions, against bench/instructions.tsv:\n{string.Join('\n', rows.Select(r => r.Text))}\n"
                + "Too many: find what became dearer (docs/performance.md, \"Where the instructions go\").\n"
                + "Meant, or gained: bench/instructions --accept, and the change says why.";
    }

    private static (string Text, bool IsKept) Row(string name, double? allowed, long count)
    {
        if (allowed is not { } most)
            return ($"{name}: {Millions(count)}, and no budget", false);
        var more = count / most - 1;
        FormattableString over = $"OVER, {MoreAllowed:0%} is allowed";
        var judgement = more > MoreAllowed ? over.ToString(CultureInfo.InvariantCulture) : more < -LessAllowed ? "far under: lower the budget" : "kept";
        return (string.Create(CultureInfo.InvariantCulture, $"{name}: {Millions(count)} of {Millions(most)} ({more:+0.0%;-0.0%;0.0%}) {judgement}"), judgement == "kept");
    }

    private static string Millions(double count) => (count / Million).ToString("0.0", CultureInfo.InvariantCulture);
}
