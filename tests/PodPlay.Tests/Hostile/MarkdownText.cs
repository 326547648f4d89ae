using System.Text;

namespace PodPlay.Hostile;

/// <summary>A page of Markdown: cells of tables and lines, without their escapes. Signs that act are marked, so that they are not the same as signs that are text.</summary>
internal static class MarkdownText
{
    public static IEnumerable<string> Statements(string text)
    {
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            yield return fenced ? line : Plain(line);
        }
    }

    private static string Plain(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && char.IsAscii(line[i + 1]) && (char.IsPunctuation(line[i + 1]) || char.IsSymbol(line[i + 1])))
                text.Append(line[++i]);
            else if (line[i] == '`' && line.IndexOf('`', i + 1) is var end and > 0)
            {
                text.Append($"<code>{line[(i + 1)..end]}</code>");
                i = end;
            }
            else if ("|*_`[]<&~$".Contains(line[i], StringComparison.Ordinal))
                text.Append($"<acts {line[i]}>");
            else
                text.Append(line[i]);
        }
        return text.ToString();
    }
}
