namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>
    /// One word of haproxy.cfg. Between single quotes nothing means anything; a word that begins with <c>-</c> would still be
    /// read as a flag of an acl, quoted or not.
    /// </summary>
    public static string Haproxy(string word)
    {
        if (word.Length == 0 || word[0] == '-' || word.Any(char.IsControl))
            throw new ArgumentException("not a word of haproxy.cfg; the spec must have refused it", nameof(word));
        return word.All(IsPlainForHaproxy) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A text of several lines as one word: <c>\n</c> is a line's end between double quotes, where <c>$</c> would be a variable.</summary>
    public static string HaproxyText(string text)
    {
        if (text.Any(c => char.IsControl(c) && c != '\n'))
            throw new ArgumentException("not a text of haproxy.cfg; the spec must have refused it", nameof(text));
        return $"\"{string.Concat(text.Select(c => c switch { '\n' => @"\n", '\\' or '"' or '$' => $@"\{c}", _ => c.ToString() }))}\"";
    }

    private static bool IsPlainForHaproxy(char c) => char.IsAsciiLetterOrDigit(c) || "-_.:/[]@=+,*?&~!;%".Contains(c, StringComparison.Ordinal);
}
