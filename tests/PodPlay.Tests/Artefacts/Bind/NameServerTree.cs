using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>A name server's folder as its container sees it.</summary>
internal static class NameServerTree
{
    /// <param name="files">A whole output tree.</param>
    /// <param name="folder"><c>main/etc/podplay/dns</c></param>
    /// <param name="change">Breaks a file: its path below the folder, its text, the text to be written.</param>
    public static TempTree Of(IReadOnlyDictionary<string, string> files, string folder, Func<string, string, string>? change = null)
    {
        var tree = new TempTree();
        foreach (var (path, text) in files.Where(f => f.Key.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            var name = path[(folder.Length + 1)..];
            tree.Write($"etc/bind/{name}", change?.Invoke(name, text) ?? text);
        }
        return tree;
    }

    /// <summary>The folders of all name servers of a tree.</summary>
    public static IEnumerable<string> Folders(IReadOnlyDictionary<string, string> files) =>
        files.Keys.Where(f => f.EndsWith("/named.conf", StringComparison.Ordinal)).Select(f => f[..^"/named.conf".Length]);
}
