using System.Collections.Immutable;
using System.Text;
using PodPlay.Syntax;

namespace PodPlay.Fuzz;

/// <summary>What podplay is given: a spec, and perhaps its lock and files that it includes.</summary>
/// <param name="Files">By path, relative to one folder.</param>
internal sealed record FuzzInput(ImmutableSortedDictionary<string, byte[]> Files) : ISpecFiles
{
    public const string SpecName = "podplay.yaml";

    public static FuzzInput Of(string spec) => new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal).Add(SpecName, Encoding.UTF8.GetBytes(spec)));

    public FuzzInput With(string path, byte[] bytes) => new(Files.SetItem(path, bytes));

    public FuzzInput With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public FuzzInput Without(string path) => new(Files.Remove(path));

    /// <summary>A file's text as far as it is text.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    public int Size => Files.Values.Sum(f => f.Length);

    // As from the disk: never more than a spec may have.
    public byte[]? Read(string path)
    {
        if (!Files.TryGetValue(IncludePath.Normalise(path), out var bytes))
            return null;
        using var stream = new MemoryStream(bytes);
        return SpecText.Read(stream);
    }

    public ImmutableArray<string> Match(string pattern) => [.. Files.Keys.Where(p => PathMatches(pattern, p))];

    /// <summary>Into a folder of the disk, which <see cref="ReadFrom"/> reads back.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (path, bytes) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    public static FuzzInput ReadFrom(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));

    private static bool PathMatches(string pattern, string path)
    {
        var folder = pattern.LastIndexOf('/') + 1;
        return path.LastIndexOf('/') + 1 == folder && path.AsSpan().StartsWith(pattern.AsSpan(0, folder))
            && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.AsSpan(folder), path.AsSpan(folder), ignoreCase: false);
    }
}
