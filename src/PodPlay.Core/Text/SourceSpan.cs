namespace PodPlay.Text;

/// <summary>A stretch of one file: offsets in UTF-16 units, the end not included.</summary>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    public int Length => End - Start;

    public (int Line, int Column) From => Source.PositionOf(Start);

    public (int Line, int Column) To => Source.PositionOf(End);

    /// <summary>From the beginning of this one to the end of the other, in the same file.</summary>
    public SourceSpan Through(SourceSpan last) =>
        ReferenceEquals(Source, last.Source) && last.End > Start ? this with { End = last.End } : this;

    /// <summary>A part of this one, offsets counted from its start.</summary>
    public SourceSpan Slice(int start, int length) =>
        this with { Start = Math.Min(Start + start, End), End = Math.Min(Start + start + length, End) };
}
