using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>YAML with its places: anchors followed, <c>&lt;&lt;</c> merged, nothing interpreted.</summary>
public abstract record SpecNode(SourceSpan Span);

/// <summary>A scalar as it stands in the file; whether it is a number is for the key table to say.</summary>
/// <param name="Text">The value after YAML's unquoting.</param>
/// <param name="IsPlain">Written without quotes and not as a block: other readers may take it for something else.</param>
public sealed record SpecScalar(SourceSpan Span, string Text, bool IsPlain) : SpecNode(Span)
{
    /// <summary>Nothing stands there (<c>key:</c>), or <c>~</c> or <c>null</c>, unquoted.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";
}

public sealed record SpecSequence(SourceSpan Span, ImmutableArray<SpecNode> Items) : SpecNode(Span);

/// <summary>A mapping in the order of the file, merged keys last; each key once.</summary>
public sealed record SpecMapping(SourceSpan Span, ImmutableArray<SpecEntry> Entries) : SpecNode(Span)
{
    public SpecEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }
        return null;
    }

    public SpecNode? this[string key] => Find(key)?.Value;
}

/// <summary>One key and its value.</summary>
public sealed record SpecEntry(SpecScalar Key, SpecNode Value)
{
    public SourceSpan Span => Key.Span.Through(Value.Span);
}
