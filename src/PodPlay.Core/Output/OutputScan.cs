using System.IO.Enumeration;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>What stands at a path.</summary>
internal enum EntryKind
{
    File,
    Folder,
    Link,
}

internal readonly record struct ScanEntry(EntryKind Kind, long Length);

/// <summary>The parts of an output folder that concern podplay, listed once and without following any link.</summary>
/// <remarks>Once: asking for each path costs as much as reading it (measured, 5 against 7 microseconds), and would miss orphans.</remarks>
internal sealed class OutputScan
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
        RecurseSubdirectories = true,
    };

    private static readonly EnumerationOptions TopOnly = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string _folder;

    // Made when first asked for: a tree that is as it should be never asks.
    private readonly Lazy<Dictionary<string, string>> _spellings;

    private OutputScan(string folder)
    {
        _folder = folder;
        _spellings = new(() =>
        {
            var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var path in Entries.Keys.Order(StringComparer.Ordinal))
                spellings.TryAdd(path, path);
            return spellings;
        });
    }

    /// <summary>Paths below the folder. Folders that are none of podplay's are listed, not entered.</summary>
    public Dictionary<string, ScanEntry> Entries { get; } = new(StringComparer.Ordinal);

    public bool FolderExists { get; private init; }

    /// <summary>Hashes that a run recorded which was cut short; null when none was.</summary>
    public IReadOnlyList<ManifestEntry>? Journal { get; private init; }

    /// <param name="wanted">First folders of the wanted paths.</param>
    public static OutputScan Of(string folder, IEnumerable<string> wanted)
    {
        if (!Directory.Exists(folder))
            return new OutputScan(folder);
        var scan = new OutputScan(folder) { FolderExists = true, Journal = RunLock.ReadJournal(folder) };
        scan.List(folder, "", TopOnly);
        scan.Entries.Remove(RunLock.Folder);

        var ours = wanted.ToHashSet(StringComparer.Ordinal);
        var listed = scan.Journal ?? [];
        if (scan.Read(Manifest.BesidePath) is { } bytes)
            listed = [.. listed, .. Manifest.Parse(Manifest.BesidePath, bytes).Entries];
        ours.UnionWith(listed.Select(e => Manifest.TopOf(e.Path)).OfType<string>());
        foreach (var top in scan.Entries.Where(e => e.Value.Kind == EntryKind.Folder).Select(e => e.Key).ToArray())
        {
            if (ours.Contains(top) || File.Exists(OutputPath.Join(folder, Manifest.PathIn(top))))
                scan.List(OutputPath.Join(folder, top), top + "/", Everything);
        }
        return scan;
    }

    /// <summary>A file's bytes; null when no file stands there.</summary>
    public byte[]? Read(string path) => Entries.TryGetValue(path, out var entry) && entry.Kind == EntryKind.File
        // Nothing is opened that claims to be empty: a pipe would wait for its writer for ever.
        ? entry.Length == 0 ? [] : File.ReadAllBytes(OutputPath.Join(_folder, path))
        : null;

    /// <summary>What stands in the place of a path that is not listed, under other capitals: where the file system takes both names for one. Null: nothing.</summary>
    public string? OtherSpelling(string path) =>
        Entries.Count > 0 && _spellings.Value.TryGetValue(path, out var other) && Path.Exists(OutputPath.Join(_folder, path)) ? other : null;

    private void List(string folder, string prefix, EnumerationOptions options)
    {
        var found = new FileSystemEnumerable<(string Path, ScanEntry Entry)>(folder, (ref FileSystemEntry e) => (PathOf(ref e, prefix), EntryOf(ref e)), options)
        {
            ShouldRecursePredicate = (ref FileSystemEntry e) => (e.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        foreach (var (path, entry) in found)
            Entries[path] = entry;
    }

    private static string PathOf(ref FileSystemEntry entry, string prefix)
    {
        var inside = entry.Directory[entry.RootDirectory.Length..].Trim('/');
        return inside.IsEmpty ? $"{prefix}{entry.FileName}" : $"{prefix}{inside}/{entry.FileName}";
    }

    private static ScanEntry EntryOf(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0
        ? new ScanEntry(EntryKind.Link, 0)
        : entry.IsDirectory ? new ScanEntry(EntryKind.Folder, 0) : new ScanEntry(EntryKind.File, entry.Length);
}
