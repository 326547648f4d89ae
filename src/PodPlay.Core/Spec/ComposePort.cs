using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>A port in compose's spelling (<c>8080:80</c>), and how podplay spells it.</summary>
internal sealed record ComposePort(string HostPort, string ContainerPort, string Spelling)
{
    /// <summary>Null unless a port is expected and the text is compose's short form.</summary>
    public static ComposePort? Recognise(SpecScalar scalar, ScalarRule rule)
    {
        if (rule != Rules.Port || !scalar.Text.Contains(':', StringComparison.Ordinal))
            return null;
        var slash = scalar.Text.IndexOf('/', StringComparison.Ordinal);
        var protocol = slash < 0 ? "" : scalar.Text[slash..];
        var parts = (slash < 0 ? scalar.Text : scalar.Text[..slash]).Split(':');
        if (parts.Length < 2 || PortSyntax.ParseStage(parts[^2] + protocol) is null || PortSyntax.ParseStage(parts[^1] + protocol) is null)
            return null;
        var spelling = parts[^2] == parts[^1] ? parts[^1] : $"{parts[^2]} -> {parts[^1]}";
        return new(parts[^2], parts[^1], spelling + protocol);
    }
}
