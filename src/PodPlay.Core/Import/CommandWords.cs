using PodPlay.Spec;

namespace PodPlay.Import;

/// <summary>A command's words as one line, as a spec's <c>command:</c> and <c>health:</c> take them.</summary>
internal static class CommandWords
{
    public static string Join(IEnumerable<string> words) => OneLine(string.Join(' ', words.Select(Quote)))!;

    /// <summary>Line ends in a YAML block are blanks to a shell that splits words.</summary>
    public static string? OneLine(string? text) => text is null ? null : string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>An option or assignment whose name looks like a secret (<c>--requirepass x</c>, <c>--db-password=x</c>), or an address with a password.</summary>
    public static bool HoldSecret(string command)
    {
        var words = command.Split([' ', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(w => SecretScan.HoldsPassword(w) || ((w.StartsWith('-') || w.Contains('=', StringComparison.Ordinal)) && IsSecretName(w.TrimStart('-').Split('=')[0])));
    }

    private static bool IsSecretName(string name) => SecretScan.LooksSecret(name) || name.EndsWith("pass", StringComparison.Ordinal);

    // Inside double quotes a backslash and a quote are escaped, for systemd's splitting as for a shell's.
    private static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:/@+=,%".Contains(c, StringComparison.Ordinal))
        ? word
        : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
