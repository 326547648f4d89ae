using System.Globalization;
using System.Text;

namespace PodPlay.Testing.Tools;

/// <summary>A folder of a test's own files, laid out like a host's root, gone at the end of the test.</summary>
internal sealed class TempTree : IDisposable
{
    private const string Prefix = "podplay-tree-";

    private static readonly UTF8Encoding WithoutBom = new(encoderShouldEmitUTF8Identifier: false);

    static TempTree() => RemoveThoseOfTheDead();

    public string Root { get; } = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

    /// <param name="files">Path inside the tree (no leading slash) and content.</param>
    public static TempTree Of(params IReadOnlyList<(string Path, string Content)> files)
    {
        var tree = new TempTree();
        foreach (var (path, content) in files)
        {
            tree.Write(path, content);
        }

        return tree;
    }

    public void Write(string path, string content)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, WithoutBom);
    }

    /// <summary>Who was killed could not take his trees away: the next run does.</summary>
    public static void RemoveThoseOfTheDead()
    {
        foreach (var tree in Directory.GetDirectories(Path.GetTempPath(), $"{Prefix}*-*"))
        {
            if (int.TryParse(Path.GetFileName(tree).Split('-')[2], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !Directory.Exists($"/proc/{owner}"))
                Directory.Delete(tree, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
