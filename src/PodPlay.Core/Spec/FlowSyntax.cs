namespace PodPlay.Spec;

/// <summary>A flow's key: <c>apache -> db</c>.</summary>
/// <param name="ToStart">Offset of the server's name in the text.</param>
internal sealed record FlowSyntax(string From, string To, int ToStart)
{
    private const string Arrow = " -> ";

    /// <summary>One spelling only: a flow's text is its name, by which comments and findings point at it.</summary>
    public static FlowSyntax? Parse(string text)
    {
        var arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
            return null;
        var from = text[..arrow];
        var to = text[(arrow + Arrow.Length)..];
        return Rules.IsLabel(from) && Rules.IsLabel(to) ? new(from, to, arrow + Arrow.Length) : null;
    }
}
