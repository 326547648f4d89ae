namespace PodPlay.Cli;

/// <summary>A glob over paths with slashes: <c>*</c> stops at a slash, <c>**</c> does not, <c>?</c> is one character. A pattern without a
/// slash matches file names.</summary>
internal sealed class PathGlob(string pattern)
{
    public bool Matches(string path) =>
        pattern.Contains('/', StringComparison.Ordinal) ? Match(pattern, path) : Match(pattern, path.AsSpan(path.LastIndexOf('/') + 1));

    private static bool Match(ReadOnlySpan<char> glob, ReadOnlySpan<char> text)
    {
        if (glob.IsEmpty)
            return text.IsEmpty;
        if (glob.StartsWith("**"))
            return Star(glob[2..], text, crossesSlash: true);
        if (glob[0] == '*')
            return Star(glob[1..], text, crossesSlash: false);
        return !text.IsEmpty && (glob[0] == text[0] || (glob[0] == '?' && text[0] != '/')) && Match(glob[1..], text[1..]);
    }

    private static bool Star(ReadOnlySpan<char> rest, ReadOnlySpan<char> text, bool crossesSlash)
    {
        for (var taken = 0; taken <= text.Length; taken++)
        {
            if (Match(rest, text[taken..]))
                return true;
            if (taken < text.Length && text[taken] == '/' && !crossesSlash)
                return false;
        }
        return false;
    }
}
