using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodPlay.Syntax;

/// <summary>
/// The one file that calls YamlDotNet: its event stream with podplay's spans, its exceptions as diagnostics. Its node
/// API is not used: positions are poor there, duplicate keys and undefined aliases throw without a place.
/// </summary>
internal sealed class YamlReader(SourceText source, DiagnosticBag diagnostics)
{
    public const int MaxDepth = 64;

    private readonly ImmutableArray<YamlEvent>.Builder _events = ImmutableArray.CreateBuilder<YamlEvent>();
    private readonly Stack<YamlEvent> _open = new();
    private int _nodes;
    private int _begin;

    /// <summary>All events of the only document; null when there was something to report.</summary>
    public static ImmutableArray<YamlEvent>? Read(SourceText source, DiagnosticBag diagnostics) =>
        new YamlReader(source, diagnostics).Run();

    private ImmutableArray<YamlEvent>? Run()
    {
        try
        {
            return ReadAll(new Parser(new StringReader(source.Text)));
        }
        catch (YamlException e)
        {
            diagnostics.Report(YamlFault.Explain(source, e.Message, OffsetOf(e.Start), _open, LastPlace));
        }
        // YamlDotNet 18.1 throws these, without a position, for some broken input, e.g. `a: [1, 2` followed by `b: 3`.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException or NullReferenceException)
        {
            diagnostics.Report(YamlFault.Explain(source, "", LastPlace.Start, _open, LastPlace));
        }
        return null;
    }

    private SourceSpan LastPlace => _events.Count > 0 ? _events[^1].Span : source.Span(0, 0);

    private ImmutableArray<YamlEvent>? ReadAll(Parser parser)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is DocumentStart start)
            {
                if (++documents == 2)
                {
                    diagnostics.Report(Diagnose.SeveralDocuments(SpanOf(start)));
                    return null;
                }
                _begin = OffsetOf(start.End);
            }
            if (Translate(parser.Current) is not { } next)
                continue;
            _events.Add(next);
            if (next.Closes)
                _open.Pop();
            if (next.Opens)
                _open.Push(next);
            if (BoundPassed(next) is { } fault)
            {
                diagnostics.Report(fault);
                return null;
            }
        }
        return Complete(_events.ToImmutable());
    }

    private ImmutableArray<YamlEvent>? Complete(ImmutableArray<YamlEvent> events)
    {
        if (events.IsEmpty || (UnreadText.First(source, events, _begin) ?? UnreadText.KeyWithoutValue(events)) is not { } unread)
            return events;
        diagnostics.Report(Diagnose.LineDoesNotFit(unread));
        return null;
    }

    private Diagnostic? BoundPassed(YamlEvent next)
    {
        if (!next.Closes && ++_nodes > EventCheck.MaxNodes)
            return Diagnose.TooManyValues(next.Span, EventCheck.MaxNodes);
        return _open.Count > MaxDepth ? Diagnose.NestedTooDeep(next.Span, MaxDepth) : null;
    }

    private YamlEvent? Translate(ParsingEvent? parsed) => parsed switch
    {
        Scalar scalar => Node(scalar, YamlEventKind.Scalar, scalar.Value, StyleOf(scalar.Style)),
        MappingStart map => Node(map, YamlEventKind.MappingStart, "", map.Style == MappingStyle.Flow ? YamlStyle.Flow : YamlStyle.Block),
        SequenceStart list => Node(list, YamlEventKind.SequenceStart, "", list.Style == SequenceStyle.Flow ? YamlStyle.Flow : YamlStyle.Block),
        AnchorAlias alias => new YamlEvent(YamlEventKind.Alias, SpanOf(alias), alias.Value.Value, YamlStyle.Plain),
        MappingEnd end => End(end, YamlEventKind.MappingEnd, '}'),
        SequenceEnd end => End(end, YamlEventKind.SequenceEnd, ']'),
        _ => null,
    };

    private YamlEvent Node(NodeEvent node, YamlEventKind kind, string text, YamlStyle style)
    {
        var start = OffsetOf(node.Start);
        var end = OffsetOf(node.End);
        // An absent key has no marks of its own: it stands before the colon that comes next.
        if (end < LastPlace.End)
            start = end = SkipBlank(LastPlace.End, source.Text.Length);
        SourceSpan? tag = null;
        string? anchor = null;
        // The library's start mark is that of the anchor or tag before the value.
        while (start < end && source.Text[start] is '&' or '!' && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            var property = source.Span(start, WordEnd(start));
            if (source.Text[start] == '!')
                tag = property;
            start = SkipBlank(property.End, end);
        }
        if (!node.Anchor.IsEmpty)
            anchor = node.Anchor.Value;
        var span = kind == YamlEventKind.Scalar ? source.Span(start, TrimmedEnd(start, end))
            : source.Span(start, style == YamlStyle.Flow ? Math.Min(start + 1, source.Text.Length) : start);
        return new(kind, span, text, style) { Anchor = anchor, Tag = tag };
    }

    // The end mark of a flow collection stands before its bracket; that of a block collection at the next token.
    private YamlEvent End(ParsingEvent end, YamlEventKind kind, char bracket)
    {
        var start = OffsetOf(end.Start);
        var flow = _open.Peek() is { Style: YamlStyle.Flow } && start < source.Text.Length && source.Text[start] == bracket;
        return new(kind, source.Span(start, flow ? start + 1 : start), "", flow ? YamlStyle.Flow : YamlStyle.Block);
    }

    private SourceSpan SpanOf(ParsingEvent parsed) => source.Span(OffsetOf(parsed.Start), OffsetOf(parsed.End));

    // Marks count lines and columns from 1, columns in UTF-16 units; the text has no other line ends than \n and \r\n.
    private int OffsetOf(Mark mark) => source.OffsetOf((int)mark.Line, (int)mark.Column);

    private int WordEnd(int from)
    {
        while (from < source.Text.Length && !char.IsWhiteSpace(source.Text[from]) && source.Text[from] is not (',' or ']' or '}'))
            from++;
        return from;
    }

    private int SkipBlank(int from, int end)
    {
        while (from < end && (char.IsWhiteSpace(source.Text[from]) || source.Text[from] == '#'))
        {
            if (source.Text[from] == '#')
            {
                while (from < end && source.Text[from] != '\n')
                    from++;
            }
            else
                from++;
        }
        return from;
    }

    private int TrimmedEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(source.Text[end - 1]))
            end--;
        return end;
    }

    private static YamlStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
        ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
        _ => YamlStyle.Plain,
    };
}
