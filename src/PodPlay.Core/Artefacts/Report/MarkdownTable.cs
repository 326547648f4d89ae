namespace PodPlay.Artefacts.Report;

/// <summary>A table of GitHub's Markdown: one row a line. An empty one is the sentence that there is nothing.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Of(string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return ["None."];
        return [Row(columns), Row([.. columns.Select(_ => "---")]), .. all.Select(r => Row([.. r.Select(Quote.Markdown)]))];
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
