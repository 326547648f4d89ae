namespace PodPlay.Text;

/// <summary>A stretch of a file, and what shall stand there instead.</summary>
public readonly record struct TextEdit(SourceSpan Span, string NewText)
{
    /// <summary>Whether both cannot be made: which comes first would matter.</summary>
    public bool Overlaps(TextEdit other) =>
        ReferenceEquals(Span.Source, other.Span.Source) && this != other
        && (Span.Start == other.Span.Start || (Span.Start < other.Span.End && other.Span.Start < Span.End));

    /// <summary>The text of a file after edits of which none overlaps another.</summary>
    public static string Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        var text = source.Text;
        foreach (var edit in edits.Distinct().OrderByDescending(e => e.Span.Start))
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        return text;
    }
}
