namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>One word of an Apache directive. <c>${X}</c> is replaced wherever it stands, quoted or not, so it is refused.</summary>
    public static string Apache(string word)
    {
        if (word.Any(char.IsControl) || word.Contains("${", StringComparison.Ordinal))
            throw new ArgumentException("no word of an Apache configuration; the spec must have refused it", nameof(word));
        return word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:/".Contains(c, StringComparison.Ordinal))
            ? word
            : $"\"{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A folder in <c>&lt;Directory&gt;</c>, where <c>*</c>, <c>?</c> and <c>[</c> would open others, too.</summary>
    public static string ApacheFolder(string path) =>
        Apache(string.Concat(path.Select(c => c is '*' or '?' or '[' or ']' or '\\' ? $@"\{c}" : c.ToString())));
}
