using System.Text;

namespace PodPlay.Diagnostics;

/// <summary>The page of each code, kept as <c>docs/diagnostics/PPnnn.md</c> and embedded: what is read on the web and in the
/// terminal is one text.</summary>
public static class ExplainPages
{
    public static string? Of(DiagnosticRule rule)
    {
        using var stream = typeof(ExplainPages).Assembly.GetManifestResourceStream($"diagnostics/{rule.Code}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
