using PodPlay.Testing;

namespace PodPlay.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Marker">What the comment on the line above says: where it is run, which file it is; empty: nothing.</param>
/// <param name="Language">As the fence says it.</param>
/// <param name="Line">Of the fence, from 1.</param>
internal sealed record PageBlock(string Marker, string Language, string Text, int Line)
{
    public static List<PageBlock> Of(string page)
    {
        var lines = File.ReadAllLines(Repository.PathOf(page));
        var blocks = new List<PageBlock>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("```", StringComparison.Ordinal))
                continue;
            var end = Array.IndexOf(lines, "```", at + 1);
            Assert.True(end > at, $"{page}:{at + 1}: a block without an end");
            var above = at == 0 ? "" : lines[at - 1];
            var marker = above.StartsWith("<!-- ", StringComparison.Ordinal) && above.EndsWith(" -->", StringComparison.Ordinal) ? above[5..^4] : "";
            blocks.Add(new(marker, lines[at][3..], string.Concat(lines[(at + 1)..end].Select(l => l + "\n")), at + 1));
            at = end;
        }
        return blocks;
    }
}
