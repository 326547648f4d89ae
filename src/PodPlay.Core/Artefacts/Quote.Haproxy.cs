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

    private static bool IsPlainForHaproxy(char c) => char.IsAsciiLetterOrDigit(c) || "-_.:/[]@=+,*?&~!;%".Contains(c, StringComparison.Ordinal);
}
