using PodPlay.Text;

namespace PodPlay.Syntax;

internal enum YamlEventKind
{
    Scalar,
    Alias,
    SequenceStart,
    SequenceEnd,
    MappingStart,
    MappingEnd,
}

internal enum YamlStyle
{
    Plain,
    Quoted,
    Block,
    Flow,
}

/// <summary>One step of the YAML text, in podplay's own words.</summary>
/// <param name="Span">Scalars: the text with its quotes, without anchor and tag. Starts and ends: the bracket, or an empty place.</param>
/// <param name="Text">A scalar's value, an alias's anchor name.</param>
internal readonly record struct YamlEvent(YamlEventKind Kind, SourceSpan Span, string Text, YamlStyle Style)
{
    /// <summary>The anchor's name, without <c>&amp;</c>.</summary>
    public string? Anchor { get; init; }

    /// <summary>Where a tag stands.</summary>
    public SourceSpan? Tag { get; init; }

    public bool Opens => Kind is YamlEventKind.SequenceStart or YamlEventKind.MappingStart;

    public bool Closes => Kind is YamlEventKind.SequenceEnd or YamlEventKind.MappingEnd;
}
