using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Text to nodes.</summary>
public static class SpecParser
{
    /// <summary>A spec of a thousand services takes half a megabyte; beyond this it is the wrong file.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>The file's mapping; null when nothing sensible can be read from it, which has been reported then.</summary>
    public static SpecMapping? Parse(SourceText source, DiagnosticBag diagnostics) => Root(ParseAny(source, diagnostics), diagnostics);

    /// <summary>Whatever the file holds; null when nothing sensible can be read from it, which has been reported then.</summary>
    internal static SpecNode? ParseAny(SourceText source, DiagnosticBag diagnostics)
    {
        if (source.Text.Length > MaxLength)
        {
            diagnostics.Report(Diagnose.FileTooLarge(source.Path, MaxLength));
            return null;
        }
        if (!HiddenCharacters.AreAbsent(source, diagnostics) || YamlReader.Read(source, diagnostics) is not { } events)
            return null;
        if (events.IsEmpty || events is [{ Kind: YamlEventKind.Scalar, Text: "", Style: YamlStyle.Plain, Tag: null }])
        {
            diagnostics.Report(Diagnose.EmptySpec(source.Path));
            return null;
        }
        return EventCheck.Passes(events, diagnostics) ? new NodeBuilder(events, diagnostics).Build() : null;
    }

    private static SpecMapping? Root(SpecNode? root, DiagnosticBag diagnostics)
    {
        if (root is not null and not SpecMapping)
            diagnostics.Report(Diagnose.RootNotMapping(root));
        return root as SpecMapping;
    }
}
