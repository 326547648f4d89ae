using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>A port in compose's spelling (<c>8080:80</c>), and how podplay spells it.</summary>
/// <param name="IsWhole">False where the spelling leaves out the address that compose binds: more would be opened.</param>
internal sealed record ComposePort(string HostPort, string ContainerPort, string Spelling, bool IsWhole)
{
    /// <summary>Null unless a port is expected and the text is compose's short form.</summary>
    /// <param name="around">The nouns of what the port stands in: an arrow has as many stages as its exposure.</param>
    public static ComposePort? Recognise(SpecScalar scalar, ScalarRule rule, IEnumerable<string> around)
    {
        if (rule != Rules.Port || !scalar.Text.Contains(':', StringComparison.Ordinal))
            return null;
        var slash = scalar.Text.IndexOf('/', StringComparison.Ordinal);
        var protocol = slash < 0 ? "" : scalar.Text[slash..];
        var parts = (slash < 0 ? scalar.Text : scalar.Text[..slash]).Split(':');
        if (parts.Length < 2 || PortSyntax.ParseStage(parts[^2] + protocol) is null || PortSyntax.ParseStage(parts[^1] + protocol) is null)
            return null;
        var (host, container) = (parts[^2], parts[^1]);
        var spelling = around.FirstOrDefault(n => n is "public" or "lan" or "private") switch
        {
            "private" => container,
            _ when host == container => container,
            "public" => $"{host} -> {host} -> {container}",
            _ => $"{host} -> {container}",
        };
        return new(host, container, spelling + protocol, parts.Length == 2);
    }
}
