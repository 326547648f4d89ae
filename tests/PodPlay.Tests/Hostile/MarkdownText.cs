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

    /// <summary>The same where blocks are commands of the shell, which are read as such; what ssh and runuser hand to another shell is read once more.</summary>
    public static IEnumerable<string> StatementsWithCommands(string text)
    {
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            fenced ^= isFence;
            if (!fenced || isFence)
                yield return isFence ? line : Plain(line);
            else
            {
                foreach (var words in Language.Shell.Statements(line).Select(s => s.Split(Language.Between)))
                    yield return string.Join(Language.Between, words[0] is "ssh" or "runuser" ? words.SelectMany(w => w.Contains(' ', StringComparison.Ordinal) ? Language.Shell.Statements(w) : [w]) : words);
            }
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
