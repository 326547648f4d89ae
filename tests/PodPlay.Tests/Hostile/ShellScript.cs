namespace PodPlay.Hostile;

/// <summary>A script of the shell: its words, and its here-documents line by line.</summary>
internal static class ShellScript
{
    public static IEnumerable<string> Statements(string text)
    {
        var statements = new List<string>();
        string? end = null;
        // A quote may go over several lines; what stands in one is joined before it is split into words.
        var open = "";
        foreach (var line in text.Split('\n'))
        {
            if (end is not null)
            {
                statements.Add(line == end ? "end of text" : $"text {line}");
                end = line == end ? null : end;
                continue;
            }
            var whole = open + line;
            if (IsOpen(whole))
            {
                open = whole + "\u2424";
                continue;
            }
            open = "";
            statements.AddRange(Language.Shell.Statements(whole.TrimEnd('\\')));
            end = HereDocument(whole);
        }
        return end is null && open.Length == 0 ? statements : throw new FormatException($"the script ends within {end ?? open}");
    }

    // <<'WORD': quoted, so that nothing in it is expanded. <<< is another thing.
    private static string? HereDocument(string line)
    {
        var at = line.IndexOf("<<", StringComparison.Ordinal);
        if (at < 0 || line[at..].StartsWith("<<<", StringComparison.Ordinal) || line.TrimStart().StartsWith('#') || line.Contains("$((", StringComparison.Ordinal))
            return null;
        return line[at..].Split('\'') is [_, var word, ..] ? word : throw new FormatException($"a here-document whose text is expanded: {line}");
    }

    private static bool IsOpen(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote == '\0' && line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])) && !line.Contains('\u2424', StringComparison.Ordinal))
                return false;
            if (line[i] == '\\' && quote != '\'')
                i++;
            else if (quote == '\0' && line[i] is '\'' or '"')
                quote = line[i];
            else if (line[i] == quote)
                quote = '\0';
        }
        return quote != '\0';
    }
}
