using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PodPlay.Syntax;

namespace PodPlay.Testing;

/// <summary>A folder of specs in memory.</summary>
internal sealed class MemorySpecFiles : ISpecFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public MemorySpecFiles()
    {
    }

    /// <summary>A copy.</summary>
    public MemorySpecFiles(MemorySpecFiles files)
    {
        foreach (var (path, bytes) in files._files)
            _files.Add(path, bytes);
        Locked.UnionWith(files.Locked);
    }

    public string this[string path]
    {
        set => _files[path] = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Files that are there and cannot be read.</summary>
    public HashSet<string> Locked { get; } = new(StringComparer.Ordinal);

    public void Add(string path, byte[] bytes) => _files.Add(path, bytes);

    public void Replace(string path, byte[] bytes) => _files[path] = bytes;

    public byte[]? Read(string path) =>
        Locked.Contains(path) ? throw new UnauthorizedAccessException("Access is denied.") : _files.GetValueOrDefault(path);

    public ImmutableArray<string> Match(string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");
        return [.. _files.Keys.Where(p => regex.IsMatch(p))];
    }
}
