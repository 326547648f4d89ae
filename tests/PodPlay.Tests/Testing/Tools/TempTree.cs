using System.Text;

namespace PodPlay.Testing.Tools;

/// <summary>A folder of a test's own files, laid out like a host's root, gone at the end of the test.</summary>
internal sealed class TempTree : IDisposable
{
    private static readonly UTF8Encoding WithoutBom = new(encoderShouldEmitUTF8Identifier: false);

    public string Root { get; } = Directory.CreateTempSubdirectory("podplay-tree-").FullName;

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

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
