using System.Text;

namespace PodPlay.Output;

/// <summary>The rendered files by path, in ordinal order. Checks what every reader of them relies on.</summary>
public sealed class OutputTree
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Path below the output folder, with slashes, to bytes (UTF-8 without a byte order mark).</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>A file's text.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(_files[path]);

    /// <exception cref="InvalidOperationException">Our own mistake: two artefacts want one path, a path leaves the tree, or
    /// the text breaks the rules for bytes (a missing last newline or a BOM is fatal for HAProxy and BIND).</exception>
    public void Add(string path, byte[] text)
    {
        if (!IsInside(path))
            throw new InvalidOperationException($"not a path inside the output tree: {path}");
        if (text.AsSpan().Contains((byte)'\r') || text is not [.., (byte)'\n'] || text.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            throw new InvalidOperationException($"{path}: text must have LF line ends, a last newline and no byte order mark");
        if (!_files.TryAdd(path, text))
            throw new InvalidOperationException($"two artefacts write {path}");
    }

    /// <summary>The same for a text.</summary>
    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a path stays below the output folder, and can stand in a line of a manifest.</summary>
    internal static bool IsInside(string path)
    {
        foreach (var c in path)
        {
            if (c == '\\' || char.IsControl(c))
                return false;
        }
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "" or "." or "..")
                return false;
        }
        return true;
    }
}
