namespace PodPlay.Artefacts.Report;

/// <summary>A table of GitHub's Markdown: one row a line. An empty one is the sentence that there is nothing.</summary>
internal static class MarkdownTable
{
    /// <param name="optional">So many of the last columns are left out where no row has something in them.</param>
    public static IEnumerable<string> Of(string[] columns, IEnumerable<string[]> rows, int optional = 0)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return ["None."];
        for (; optional > 0 && all.TrueForAll(r => r[columns.Length - 1].Length == 0); optional--)
            columns = columns[..^1];
        all = [.. all.Select(r => r[..columns.Length])];
        return [Row(columns), Row([.. columns.Select(_ => "---")]), .. all.Select(r => Row([.. r.Select(Quote.Markdown)]))];
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
