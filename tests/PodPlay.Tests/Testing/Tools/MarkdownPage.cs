using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>The npm packages micromark and mdast: pages of Markdown as GitHub reads them.</summary>
internal static class MarkdownPage
{
    /// <summary>The blocks of each page: where they stand (<c>page/table/tableRow/tableCell</c>), and their text, in which signs that act are tags (<c>&lt;strong></c>).</summary>
    public static List<List<(string At, string Text)>> Parse(IEnumerable<string> pages)
    {
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/markdown/parse.mjs", JsonSerializer.Serialize(pages)));
        return [.. answer.RootElement.EnumerateArray().Select(p => p.EnumerateArray().Select(b => (b.GetProperty("at").GetString()!, b.GetProperty("text").GetString()!)).ToList())];
    }
}
