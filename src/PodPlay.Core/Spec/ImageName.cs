namespace PodPlay.Spec;

/// <summary><c>registry:port/path/name:tag@digest</c>.</summary>
internal static class ImageName
{
    private const int Longest = 512;
    private const int LongestTag = 128;

    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > Longest)
            return false;
        var (tagged, digest) = Cut(text, text.IndexOf('@', StringComparison.Ordinal));
        var (path, tag) = Cut(tagged, tagged.IndexOf(':', tagged.LastIndexOf('/') + 1));
        var parts = path.Split('/');
        return (digest is null || IsDigest(digest)) && (tag is null || IsTag(tag))
            && (IsPart(parts[0]) || (parts.Length > 1 && IsDomain(parts[0]))) && parts.Skip(1).All(IsPart);
    }

    private static (string Before, string? After) Cut(string text, int at) => at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    private static bool IsPart(string text) =>
        text.Length > 0 && IsLowerOrDigit(text[0]) && IsLowerOrDigit(text[^1]) && text.All(c => IsLowerOrDigit(c) || c is '.' or '_' or '-');

    private static bool IsDomain(string text)
    {
        var (name, port) = Cut(text, text.IndexOf(':', StringComparison.Ordinal));
        return (port is null || (port.Length is > 0 and <= 5 && port.All(char.IsAsciiDigit)))
            && name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }

    private static bool IsTag(string text) =>
        text.Length is > 0 and <= LongestTag && text[0] is not ('.' or '-') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static bool IsDigest(string text) =>
        Cut(text, text.IndexOf(':', StringComparison.Ordinal)) is ({ Length: > 0 } kind, { Length: > 0 } value)
        && kind.All(IsLowerOrDigit) && value.All(char.IsAsciiLetterOrDigit);

    private static bool IsLowerOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
