using System.Text;
using System.Text.RegularExpressions;

namespace PodPlay.Text;

/// <summary>
/// Finds the values of keys that look like secrets in a text that need not be sound: a spec that cannot be parsed, a unit, a patch. It rather finds too much.
/// </summary>
internal static partial class SecretText
{
    /// <summary>As long for each: the length of a password is part of it.</summary>
    public const string Stars = "*******";

    /// <summary>Start and end of each, in their order.</summary>
    public static IEnumerable<(int Start, int End)> In(string text) =>
        ByKey(text).Concat(Passwords().Matches(text).Select(m => m.Groups["value"]).Select(g => (g.Index, g.Index + g.Length))).OrderBy(s => s.Item1);

    /// <summary>The text with stars in their places.</summary>
    public static string Hide(string text)
    {
        var shown = new StringBuilder();
        var end = 0;
        foreach (var place in In(text).Where(p => p.End > p.Start))
        {
            if (place.Start >= end)
                shown.Append(text, end, place.Start - end).Append(Stars);
            end = Math.Max(end, place.End);
        }
        return shown.Append(text, end, text.Length - end).ToString();
    }

    private static IEnumerable<(int Start, int End)> ByKey(string text)
    {
        foreach (Match key in Keys().Matches(text))
        {
            if (!SecretWords.LooksSecret(key.Groups["key"].Value))
                continue;
            var start = key.Index + key.Length;
            while (start < text.Length && text[start] is ' ' or '\t')
                start++;
            var line = new Line(text, key.Index);
            if (key.Groups["sign"].Value == "=")
                yield return (start, key.Index > 0 && text[key.Index - 1] is '"' or '\'' ? EndOfQuoted(text, start, text[key.Index - 1]) : line.EndBefore(" #", start));
            else
            {
                foreach (var place in OfYaml(text, key.Index, start, line))
                    yield return place;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> OfYaml(string text, int key, int start, Line line)
    {
        if (start < line.End && text[start] is '"' or '\'')
        {
            yield return (start, EndOfQuoted(text, start + 1, text[start]));
            yield break;
        }
        var inFlow = text.AsSpan(line.Start, key - line.Start).Contains('{');
        var end = inFlow ? text.AsSpan(start).IndexOfAny(",}\n") is >= 0 and var length ? start + length : text.Length : line.EndBefore(" #", start);
        end = Math.Max(start, end);
        var value = text[start..end].Trim();
        if (IsNoSecret(value, text, key, line))
            yield break;
        yield return (start, end);
        // A text of several lines; under a key without a value only what is no map.
        for (var next = line.Next; !inFlow && next is { } below && (below.IsBlank || below.Indent > line.Indent); next = below.Next)
        {
            if (value.Length > 0 || !Entries().IsMatch(text[below.Start..below.End]))
                yield return (below.Start + below.Indent, below.End);
        }
    }

    // Services, ports and volumes may bear such a name, too; a secret of podman's stands before the variable that gets it.
    private static bool IsNoSecret(string value, string text, int key, Line line) =>
        value is "true" or "false" or "{}" or "[]" or "null" or "~" || (value.Length > 0 && value[0] is '*' or '&' or '{' or '/') || (value.Length <= 5 && value.Length > 0 && value.All(char.IsAsciiDigit))
        || text.AsSpan(line.Start, line.End - line.Start).Contains("->", StringComparison.Ordinal)
        || (Variables().IsMatch(value) && (text[line.Start..key].Contains("secrets:", StringComparison.Ordinal) || line.Parent.TrimStart().StartsWith("secrets:", StringComparison.Ordinal)));

    private static int EndOfQuoted(string text, int from, char quote)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
                i++;
            else if (text[i] == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == quote)
                i++;
            else if (text[i] == quote)
                return i;
        }
        return text.Length;
    }

    // It begins at a word's beginning: from each letter of a long one it would try again.
    [GeneratedRegex("""(?<![A-Za-z0-9_.-])(?<key>[A-Za-z0-9_.-]*[A-Za-z0-9])["']?[ \t]*(?<sign>=|:(?=[\s"']|$))""")]
    private static partial Regex Keys();

    [GeneratedRegex("""://[^\s/@:"']*:(?<value>[^\s/@"']+)@""")]
    private static partial Regex Passwords();

    [GeneratedRegex(@"^\s*[^\s].*:(\s|$)")]
    private static partial Regex Entries();

    [GeneratedRegex("^[A-Z_][A-Z0-9_]*$")]
    private static partial Regex Variables();

    /// <summary>The line around a place.</summary>
    private readonly struct Line(string text, int at)
    {
        public int Start { get; } = text.LastIndexOf('\n', Math.Max(at - 1, 0), Math.Max(at, 0)) + 1;

        public int End { get; } = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

        public int Indent => text.AsSpan(Start, End - Start).IndexOfAnyExcept(' ') is >= 0 and var indent ? indent : End - Start;

        public bool IsBlank => Indent == End - Start;

        public Line? Next => End < text.Length ? new(text, End + 1) : null;

        /// <summary>The nearest line above that is indented less.</summary>
        public string Parent
        {
            get
            {
                var own = Indent;
                for (var line = this; line.Start > 0;)
                {
                    line = new(text, line.Start - 1);
                    if (!line.IsBlank && line.Indent < own)
                        return text[line.Start..line.End];
                }
                return "";
            }
        }

        public int EndBefore(string sign, int from) => from < End && text.IndexOf(sign, from, End - from, StringComparison.Ordinal) is >= 0 and var found ? found : Math.Max(from, End);
    }
}
