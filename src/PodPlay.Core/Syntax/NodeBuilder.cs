using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Events to nodes: aliases share the node of their anchor, duplicate keys are reported and the first is kept.</summary>
internal sealed class NodeBuilder(ImmutableArray<YamlEvent> events, DiagnosticBag diagnostics)
{
    /// <summary>Characters of a key. The longest one that means something is a path on a host.</summary>
    public const int MaxKeyLength = 1024;

    private readonly Dictionary<string, SpecNode> _anchors = new(StringComparer.Ordinal);
    private int _next;
    private int _end; // where the last node ends in the file; an alias's own end, not that of its anchor
    private bool _usable = true;

    /// <summary>The document's node; null when a part of it has no meaning (a list as a key).</summary>
    public SpecNode? Build()
    {
        var root = Node();
        return _usable ? root : null;
    }

    // Recursion is safe: the reader has bounded the depth.
    private SpecNode Node()
    {
        var e = events[_next++];
        if (e.Kind == YamlEventKind.Alias)
        {
            _end = e.Span.End;
            return _anchors[e.Text];
        }
        SpecNode node = e.Kind switch
        {
            YamlEventKind.MappingStart => Mapping(e),
            YamlEventKind.SequenceStart => Sequence(e),
            _ => Scalar(e),
        };
        if (e.Anchor is { } anchor)
            _anchors[anchor] = node;
        return node;
    }

    private SpecScalar Scalar(YamlEvent e)
    {
        _end = e.Span.End;
        return new(e.Span, e.Text, e.Style == YamlStyle.Plain);
    }

    private SpecSequence Sequence(YamlEvent start)
    {
        var items = ImmutableArray.CreateBuilder<SpecNode>();
        while (!events[_next].Closes)
            items.Add(Node());
        return new(Close(start.Span, start.Span.Start), items.ToImmutable());
    }

    private SpecMapping Mapping(YamlEvent start)
    {
        var from = start.Style == YamlStyle.Flow ? start.Span.Start : events[_next].Span.Start;
        var entries = new MappingEntries();
        while (!events[_next].Closes)
        {
            var place = events[_next];
            if (place.Kind != YamlEventKind.Scalar || (place.Style == YamlStyle.Plain && place.Text.Length == 0))
            {
                diagnostics.Report(Diagnose.KeyNotText(place.Span));
                _usable = false;
                Skip();
                Skip();
                continue;
            }
            var key = (SpecScalar)Node();
            if (key.Text.Length > MaxKeyLength)
            {
                diagnostics.Report(Diagnose.TextTooLong(key.Span, "key", MaxKeyLength));
                _usable = false;
            }
            entries.Add(key, Node());
        }
        entries.Report(diagnostics);
        _usable &= entries.MergesAreMappings;
        return new(Close(start.Span, from), entries.ToImmutable());
    }

    private SourceSpan Close(SourceSpan start, int from)
    {
        var end = events[_next++];
        if (end.Style == YamlStyle.Flow)
            _end = end.Span.End;
        _end = Math.Max(_end, start.End);
        return start.Source.Span(from, _end);
    }

    private void Skip()
    {
        var depth = 0;
        do
        {
            depth += events[_next].Opens ? 1 : events[_next].Closes ? -1 : 0;
            _end = events[_next++].Span.End;
        }
        while (depth > 0);
    }
}
