namespace PodPlay.Spec;

/// <summary>A flow's key: <c>apache -> db</c>.</summary>
/// <param name="ToStart">Offset of the server's name in the text.</param>
internal sealed record FlowSyntax(string From, string To, int ToStart)
{
    public static FlowSyntax? Parse(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0)
            return null;
        var from = text[..arrow].Trim();
        var to = text[(arrow + 2)..].Trim();
        return Rules.IsLabel(from) && Rules.IsLabel(to) ? new(from, to, text.IndexOf(to, arrow, StringComparison.Ordinal)) : null;
    }
}
