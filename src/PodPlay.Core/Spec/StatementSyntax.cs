namespace PodPlay.Spec;

/// <summary>A statement about a connection: <c>internet -> internal</c>, <c>apache -> db.postgres</c>.</summary>
/// <param name="ToStart">Offset of what is called in the text.</param>
internal sealed record StatementSyntax(string From, TargetSyntax To, int ToStart)
{
    private const string Arrow = " -> ";

    public static StatementSyntax? Parse(string text)
    {
        var arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        return arrow >= 0 && Rules.IsLabel(text[..arrow]) && TargetSyntax.Parse(text[(arrow + Arrow.Length)..]) is { } to
            ? new(text[..arrow], to, arrow + Arrow.Length)
            : null;
    }
}
