namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>One word of a POSIX shell script. Between single quotes nothing means anything.</summary>
    public static string Shell(string word)
    {
        if (word.Any(char.IsControl))
            throw new ArgumentException("a control character would end the line; the spec must have refused it", nameof(word));
        return word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:/@+".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
