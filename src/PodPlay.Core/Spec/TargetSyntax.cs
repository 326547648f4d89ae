namespace PodPlay.Spec;

/// <summary>What a statement says may or may not be called: <c>internal</c>, or a service's port as <c>db.postgres</c>.</summary>
/// <param name="Port">Null: every port.</param>
internal sealed record TargetSyntax(string Name, string? Port)
{
    public static TargetSyntax? Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var target = dot < 0 ? new TargetSyntax(text, null) : new(text[..dot], text[(dot + 1)..]);
        return Rules.IsLabel(target.Name) && (target.Port is null || Rules.IsLabel(target.Port)) ? target : null;
    }
}
