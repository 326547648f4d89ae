using System.Collections.Immutable;
using System.IO.Enumeration;
using PodPlay.Syntax;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>Spec files from the disk.</summary>
/// <param name="root">The folder that paths are relative to; empty for the current one.</param>
public sealed class DiskSpecFiles(string root = "") : ISpecFiles
{
    public byte[]? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(root, path));
            return SpecText.Read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <remarks>As in a shell: <c>*</c> does not find files that begin with a dot (editors put their backups there).</remarks>
    public ImmutableArray<string> Match(string pattern)
    {
        var slash = pattern.LastIndexOf('/');
        var (prefix, name) = (pattern[..(slash + 1)], pattern[(slash + 1)..]);
        var folder = Path.Combine(root, prefix.Length == 0 ? "." : prefix);
        return !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory.EnumerateFiles(folder)
                    .Select(Path.GetFileName)
                    .OfType<string>()
                    .Where(f => FileSystemName.MatchesSimpleExpression(name, f, ignoreCase: false) && (f[0] != '.' || name.StartsWith('.')))
                    .Select(f => prefix + f)
                    .Order(StringComparer.Ordinal),
            ];
    }
}
