using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Turns a parser's complaint into what a person did: a tab, an open bracket, an open quote, a colon too many.</summary>
internal static class YamlFault
{
    /// <param name="complaint">The library's own words; empty when it gave none.</param>
    /// <param name="offset">Where it says it stopped. A tab of any line is reported at 1:1 (YamlDotNet 18.1).</param>
    /// <param name="open">Collections that were open, the innermost on top.</param>
    /// <param name="last">The last thing that was read without a fault.</param>
    public static Diagnostic Explain(SourceText source, string complaint, int offset, IEnumerable<YamlEvent> open, SourceSpan last)
    {
        var stop = StopAt(source, Math.Max(offset, last.Start), last);
        if (Tab(source, complaint, offset, last) is { } tab)
            return Diagnose.TabIndentation(tab, Untabbed(source, tab));
        if (UnusualBlank(source, Math.Min(stop.From.Line, last.From.Line), stop.From.Line) is { } blank)
            return blank;
        if (Says(complaint, "quoted scalar") && Says(complaint, "end of stream"))
            return Diagnose.OpenQuote(source.Span(offset, offset + 1), "this quote is never closed");
        if (Says(complaint, "quoted scalar") && Says(complaint, "wrong indentation"))
            return Diagnose.OpenQuote(source.Span(offset, offset + 1), "this quote is not closed before the next key");
        if (open.FirstOrDefault(e => e.Style == YamlStyle.Flow) is { Span.Source: not null } bracket && (complaint == "" || Says(complaint, "flow") || offset >= source.Text.Length))
            return Diagnose.OpenBracket(bracket.Span, stop);
        if (Says(complaint, "invalid mapping") || Says(complaint, "mapping values"))
            return ColonBefore(source, stop.Start) ? Diagnose.SecondColon(stop) : Diagnose.UnexpectedKey(stop);
        if (Says(complaint, "cannot start any token"))
            return Diagnose.ReservedCharacter(source.Span(stop.Start, stop.Start + 1));
        if (Says(complaint, "escape character"))
            return Diagnose.UnknownEscape(Escape(source, offset));
        if (Says(complaint, "expected key") || Says(complaint, "'-' indicator") || Says(complaint, "<document "))
            return Diagnose.LineDoesNotFit(stop);
        if (Says(complaint, "tag"))
            return Diagnose.Tag(stop);
        return Diagnose.NotYaml(stop, InOurStyle(complaint));
    }

    private static bool Says(string complaint, string words) => complaint.Contains(words, StringComparison.Ordinal);

    private static SourceSpan? Tab(SourceText source, string complaint, int offset, SourceSpan last)
    {
        var stopped = source.PositionOf(offset).Line;
        if (IndentTab(source, stopped) is { } here && stopped >= last.From.Line)
            return here;
        if (!Says(complaint, " tab"))
            return null;
        for (var line = last.From.Line; line <= source.LineCount; line++)
        {
            if (IndentTab(source, line) is { } tab)
                return tab;
        }
        return null;
    }

    private static SourceSpan? IndentTab(SourceText source, int line)
    {
        var text = source.LineAt(line);
        var indent = text.Length - text.TrimStart(' ', '\t').Length;
        var tab = text.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0 || tab >= indent || indent == text.Length || text[indent] == '#')
            return null;
        var start = source.OffsetOf(line, tab + 1);
        return source.Span(start, start + 1);
    }

    // `key:` and a no-break space is no key to YAML, and looks like one.
    private static Diagnostic? UnusualBlank(SourceText source, int first, int last)
    {
        for (var i = source.OffsetOf(first, 1); i < source.OffsetOf(last + 1, 1); i++)
        {
            if (source.Text[i] != ' ' && char.GetUnicodeCategory(source.Text[i]) == UnicodeCategory.SpaceSeparator)
                return Diagnose.HiddenCharacter(source.Span(i, i + 1), new Rune(source.Text[i]));
        }
        return null;
    }

    // As wide as the file's own indentation. A line that begins with a tab is no part of a text after a |, whose own tabs must stay.
    private static ImmutableArray<TextEdit> Untabbed(SourceText source, SourceSpan tab)
    {
        var step = Enumerable.Range(1, source.LineCount).Select(source.LineAt).Select(l => l.Length - l.TrimStart(' ').Length).Where(i => i > 0).DefaultIfEmpty(2).Min();
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var line = 1; line <= source.LineCount; line++)
        {
            var text = source.LineAt(line);
            if (!text.StartsWith('\t') && line != tab.From.Line)
                continue;
            var start = source.OffsetOf(line, 1);
            edits.AddRange(Enumerable.Range(0, text.Length - text.TrimStart(' ', '\t').Length).Where(i => text[i] == '\t')
                .Select(i => new TextEdit(source.Span(start + i, start + i + 1), new string(' ', step))));
        }
        return edits.ToImmutable();
    }

    // A point past the last character says nothing; the last thing read does.
    private static SourceSpan StopAt(SourceText source, int offset, SourceSpan last)
    {
        var (line, column) = source.PositionOf(offset);
        var text = source.LineAt(line);
        if (column > text.TrimEnd().Length)
            return last;
        var end = column - 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ']' or '}'))
            end++;
        return source.Span(offset, offset + Math.Max(1, end - column + 1));
    }

    private static bool ColonBefore(SourceText source, int offset)
    {
        var (line, column) = source.PositionOf(offset);
        return source.LineAt(line)[..(column - 1)].Contains(':', StringComparison.Ordinal);
    }

    private static SourceSpan Escape(SourceText source, int offset)
    {
        for (var i = offset; i < source.Text.Length - 1; i++)
        {
            if (source.Text[i] != '\\')
                continue;
            // Those that YAML knows and podplay's users write; anything else is the culprit.
            if (!"0abtnvfre \"/\\N_LPxuU\n\r\t".Contains(source.Text[i + 1], StringComparison.Ordinal))
                return source.Span(i, i + 2);
            i++;
        }
        return source.Span(offset, Math.Min(offset + 1, source.Text.Length));
    }

    private static string InOurStyle(string complaint)
    {
        var comma = complaint.StartsWith("While ", StringComparison.Ordinal) ? complaint.IndexOf(", ", StringComparison.Ordinal) : -1;
        var text = (comma > 0 ? complaint[(comma + 2)..] : complaint).Trim().TrimEnd('.');
        return text.Length == 0 ? "YAML cannot be read on from here" : $"not valid YAML: {char.ToLowerInvariant(text[0])}{text[1..]}";
    }
}
