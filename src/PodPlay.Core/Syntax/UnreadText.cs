using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>
/// Proves that no word of a file was passed over: between two events stand only blanks, comments, indicators, anchors and
/// tags, and each key has a value. YamlDotNet 18.1 drops a stray bracket behind an empty key, and all that follows, without a word (<c>- :</c>, next line <c>]</c>).
/// </summary>
internal static class UnreadText
{
    /// <param name="from">Where the document's content begins.</param>
    /// <returns>The first character that no event accounts for.</returns>
    public static SourceSpan? First(SourceText source, ImmutableArray<YamlEvent> events, int from)
    {
        foreach (var e in events)
        {
            if (Find(source.Text, from, e.Span.Start) is { } unread)
                return source.Span(unread, unread + 1);
            from = Math.Max(from, e.Span.End);
        }
        return Find(source.Text, from, source.Text.Length) is { } left && !IsEndMark(source.Text, left) ? source.Span(left, left + 1) : null;
    }

    /// <summary>A key after which its mapping ended; an absent value is an event too (<c>key:</c>).</summary>
    public static SourceSpan? KeyWithoutValue(ImmutableArray<YamlEvent> events)
    {
        var children = new Stack<int>([0]);
        foreach (var (i, e) in events.Index())
        {
            if (!e.Closes)
                children.Push(children.Pop() + 1);
            if (e.Opens)
                children.Push(0);
            if (e.Closes && children.Pop() % 2 == 1 && e.Kind == YamlEventKind.MappingEnd)
                return events[i - 1].Span;
        }
        return null;
    }

    private static int? Find(string text, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (text[i] == '#')
                i = EndOf(text, i, until, c => c == '\n');
            else if (text[i] is '&' or '!')
                i = EndOf(text, i, until, char.IsWhiteSpace);
            else if (!char.IsWhiteSpace(text[i]) && text[i] is not ('-' or ':' or '?' or ','))
                return i;
        }
        return null;
    }

    private static int EndOf(string text, int from, int until, Func<char, bool> ends)
    {
        while (from < until && !ends(text[from]))
            from++;
        return from;
    }

    // The line ... closes a document; nothing but comments may follow, or the reader has found a second one.
    private static bool IsEndMark(string text, int at) => text.AsSpan(at).StartsWith("...") && (at == 0 || text[at - 1] == '\n');
}
