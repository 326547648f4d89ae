using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>Edits that carry out a fix; none where the text does not stand in the file as it is meant to be replaced.</summary>
internal static partial class Edit
{
    /// <summary>Fewest letters of a misspelt word out of the key table.</summary>
    private const int ShortestKey = 3;

    /// <summary>The same for a name that the user chose: <c>lb</c> for <c>db</c> may be a service that is gone.</summary>
    private const int ShortestName = 5;

    /// <summary>Another text in place of a value. Quotes stay, where the new text needs nothing escaped.</summary>
    public static ImmutableArray<TextEdit> Replace(Spanned<string> written, string text)
    {
        var there = written.Span.Source.Text[written.Span.Start..written.Span.End];
        if (there == written.Value)
            return IsPlain(text) ? [new(written.Span, text)] : [];
        return there.Length == written.Value.Length + 2 && there[1..^1] == written.Value && there[0] is '"' or '\'' && there[^1] == there[0] && text.AsSpan().IndexOfAny("\"'\\") < 0
            ? [new(written.Span.Slice(1, written.Value.Length), text)] : [];
    }

    /// <summary>For a word out of the key table.</summary>
    public static ImmutableArray<TextEdit> Respell(Spanned<string> written, IEnumerable<string> known) =>
        Suggestion.Certain(written.Value, known, ShortestKey) is { } meant ? Replace(written, meant) : [];

    /// <summary>For a name that is the user's own.</summary>
    public static ImmutableArray<TextEdit> Rename(Spanned<string> written, IEnumerable<string> known) =>
        Suggestion.Certain(written.Value, known, ShortestName) is { } meant ? Replace(written, meant) : [];

    public static ImmutableArray<TextEdit> InQuotes(SourceSpan plain)
    {
        var text = plain.Source.Text[plain.Start..plain.End];
        return text.Length == 0 || text.AsSpan().IndexOfAny("\"\\\n") >= 0 ? [] : [new(plain, $"\"{text}\"")];
    }

    /// <summary>A comment goes with the blanks before it; with its line, if it stands alone there.</summary>
    public static ImmutableArray<TextEdit> RemoveComment(SourceSpan comment)
    {
        var (source, line) = (comment.Source, comment.From.Line);
        var begin = source.OffsetOf(line, 1);
        var before = source.Text[begin..comment.Start].TrimEnd();
        return before.Length > 0 ? [new(source.Span(begin + before.Length, comment.End), "")] : [new(source.Span(begin, source.OffsetOf(line + 1, 1)), "")];
    }

    /// <summary><c>53</c> and <c>53/udp</c> become <c>53/tcp+udp</c>, behind the last number of an arrow.</summary>
    public static ImmutableArray<TextEdit> BothProtocols(SourceSpan port)
    {
        var text = port.Source.Text[port.Start..port.End];
        var end = text.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? slash : text.Length;
        return PlainPattern().IsMatch(text) && text[end..] is "" or "/tcp" or "/udp" ? [new(port.Slice(end, text.Length - end), "/tcp+udp")] : [];
    }

    /// <summary>A text that is quoted twice, for YAML and for itself, quoted once.</summary>
    public static ImmutableArray<TextEdit> WithoutInnerQuotes(SourceSpan text) =>
        TwiceQuotedPattern().Match(text.Source.Text[text.Start..text.End]) is { Success: true } match ? [new(text, $"\"{match.Groups["text"].Value}\"")] : [];

    /// <summary>One more element behind this one, in the style of its list.</summary>
    public static ImmutableArray<TextEdit> AddItem(Spanned<string> item, string text)
    {
        var (source, line) = (item.Span.Source, item.Span.Source.LineAt(item.Span.From.Line));
        if (source.Text[item.Span.Start..item.Span.End] != item.Value)
            return [];
        var end = source.Span(item.Span.End, item.Span.End);
        var before = line[..(item.Span.From.Column - 1)];
        if (before.Trim() == "-")
            return line.Trim() == $"- {item.Value}" ? [new(end, $"{LineEndOf(source)}{before}{text}")] : [];
        return before.Contains('[', StringComparison.Ordinal) ? [new(end, $", {text}")] : [];
    }

    private static string LineEndOf(SourceText source) => source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    // What YAML reads as the same text without quotes: words of names, paths, ports and arrows.
    private static bool IsPlain(string text) => PlainPattern().IsMatch(text) && text[^1] != ':';

    [GeneratedRegex("""\A('"(?<text>[^"'\\]*)"'|"\\"(?<text>[^"\\]*)\\"")\z""")]
    private static partial Regex TwiceQuotedPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9/][A-Za-z0-9_./:+-]*( -> [A-Za-z0-9/][A-Za-z0-9_./+-]*)*\z")]
    private static partial Regex PlainPattern();
}
