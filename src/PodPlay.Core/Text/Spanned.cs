namespace PodPlay.Text;

/// <summary>A declared value and the place where it stands.</summary>
public readonly record struct Spanned<T>(T Value, SourceSpan Span)
{
    public override string ToString() => $"{Value}";
}
