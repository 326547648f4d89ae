using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>What must hold before nodes are built: no tags, aliases with an anchor, a bounded size, no hidden characters.</summary>
internal sealed class EventCheck(DiagnosticBag diagnostics)
{
    /// <summary>
    /// Nodes as if every alias were written out. Counted, not built, so that a few lines of nested aliases ("billion
    /// laughs") cost nothing.
    /// </summary>
    public const int MaxNodes = 200_000;

    /// <summary>Characters of one text. Linux takes 128 KiB for an argument or a variable of a program (MAX_ARG_STRLEN), a line of a unit 1 MiB.</summary>
    public const int MaxTextLength = 64 * 1024;

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly Stack<(YamlEvent Event, long Before)> _open = new();
    private long _nodes;
    private bool _good = true;

    public static bool Passes(ImmutableArray<YamlEvent> events, DiagnosticBag diagnostics) => new EventCheck(diagnostics).Run(events);

    private bool Run(ImmutableArray<YamlEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Tag is { } tag && _reported.Add(tag.Source.Text[tag.Start..tag.End]))
                Report(Diagnose.Tag(tag));
            Count(e);
            if (_nodes > MaxNodes)
            {
                Report(Diagnose.TooManyValues(e.Span, MaxNodes));
                return false;
            }
            if (e.Kind == YamlEventKind.Scalar && e.Text.Length > MaxTextLength)
                Report(Diagnose.TextTooLong(e.Span, "value", MaxTextLength));
            else if (e.Kind == YamlEventKind.Scalar)
                CheckCharacters(e);
        }
        return _good;
    }

    private void Count(YamlEvent e)
    {
        switch (e.Kind)
        {
            case YamlEventKind.Scalar:
                _nodes++;
                Remember(e, 1);
                break;
            case YamlEventKind.Alias:
                _nodes += SizeOf(e);
                break;
            case YamlEventKind.MappingStart or YamlEventKind.SequenceStart:
                _open.Push((e, _nodes));
                _nodes++;
                break;
            default:
                var (opened, before) = _open.Pop();
                Remember(opened, _nodes - before);
                break;
        }
    }

    private void Remember(YamlEvent e, long size)
    {
        if (e.Anchor is { } anchor)
            _sizes[anchor] = size;
    }

    private long SizeOf(YamlEvent alias)
    {
        if (_open.FirstOrDefault(o => o.Event.Anchor == alias.Text).Event is { Anchor: not null } around)
            Report(Diagnose.RecursiveAnchor(alias.Span, alias.Text, around.Span));
        else if (_sizes.TryGetValue(alias.Text, out var size))
            return size;
        else if (_reported.Add(alias.Text))
            Report(Diagnose.UnknownAnchor(alias.Span, alias.Text, _sizes.Keys));
        return 1;
    }

    // What stands in the text itself has been looked at before; here are escapes ("\u202e", "\n") and folded lines.
    private void CheckCharacters(YamlEvent scalar)
    {
        foreach (var rune in scalar.Text.EnumerateRunes())
        {
            if (scalar.Style == YamlStyle.Block && rune.Value is '\n' or '\t')
                continue;
            if (HiddenCharacters.IsHidden(rune) || rune.Value is '\n' or '\t')
                Report(Diagnose.ControlInValue(scalar.Span, rune));
            else if (scalar.Style == YamlStyle.Plain && rune.Value != ' ' && Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
                Report(Diagnose.HiddenCharacter(PlaceOf(rune, scalar.Span), rune));
            else
                continue;
            return;
        }
    }

    private static SourceSpan PlaceOf(Rune rune, SourceSpan span)
    {
        var at = span.Source.Text.IndexOf(rune.ToString(), span.Start, span.Length, StringComparison.Ordinal);
        return at < 0 ? span : span.Source.Span(at, at + rune.Utf16SequenceLength);
    }

    private void Report(Diagnostic diagnostic)
    {
        diagnostics.Report(diagnostic);
        _good = false;
    }
}
