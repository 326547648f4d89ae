using System.Collections.Immutable;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

public sealed record LoadedSpec(SpecMapping Root, ImmutableArray<SourceText> Sources);

public static class SpecLoader
{
    public static LoadedSpec? Load(string path, ISpecFiles files, DiagnosticBag diagnostics)
    {
        var source = new SourceText(path, Encoding.UTF8.GetString(files.Read(path)!));
        return SpecParser.Parse(source, diagnostics) is { } root ? new(root, [source]) : null;
    }
}
