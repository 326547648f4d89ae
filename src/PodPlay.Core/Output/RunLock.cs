using System.Text;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>
/// Keeps two runs out of one output folder, and notes what the run is about to write: if it is cut short, the next one still
/// knows which files are podplay's own.
/// </summary>
/// <remarks>
/// A folder with the new files (moved to their places at the end) and one file that is lock and journal in one. The lock goes
/// with the process, so that what a crash leaves behind blocks nobody.
/// </remarks>
internal sealed class RunLock : IDisposable
{
    /// <summary>Below the output folder, while a run writes.</summary>
    public const string Folder = ".podplay-run";

    private const string Name = "lock";
    private const int Attempts = 3;

    private readonly IFileOperations _files;
    private readonly string _path;
    private readonly Stream _stream;

    private RunLock(IFileOperations files, string path, Stream stream) => (_files, _path, _stream) = (files, path, stream);

    /// <summary>Null when another run has the folder.</summary>
    public static RunLock? Take(IFileOperations files, string folder)
    {
        var path = OutputPath.Join(folder, Folder);
        for (var i = 0; i < Attempts; i++)
        {
            files.CreateFolder(path);
            try
            {
                if (files.OpenExclusive(OutputPath.Join(path, Name)) is not { } stream)
                    return null;
                // The run before may have removed the file between our opening and locking it: that lock would keep nobody out.
                if (files.FilesIn(path).Contains(Name))
                    return new RunLock(files, path, stream);
                stream.Dispose();
            }
            catch (DirectoryNotFoundException)
            {
                // It has removed the folder too.
            }
        }
        return null;
    }

    /// <summary>What a run noted that was cut short; null when there was none. Lines that were not finished are left out.</summary>
    /// <exception cref="IOException">Locked: a run is at work right now.</exception>
    public static IReadOnlyList<ManifestEntry>? ReadJournal(string folder)
    {
        var path = OutputPath.Join(folder, Folder);
        if (!Directory.Exists(path))
            return null;
        var journal = OutputPath.Join(path, Name);
        return !File.Exists(journal)
            ? []
            : [.. Encoding.UTF8.GetString(File.ReadAllBytes(journal)).Split('\n').Select(l => Manifest.ParseLine(l, "")).OfType<ManifestEntry>()];
    }

    /// <summary>Added to what an earlier run noted: its files may still lie there.</summary>
    public void Note(IEnumerable<ManifestEntry> entries)
    {
        // The empty line ends one that the earlier run could not finish.
        var text = "\n" + string.Concat(entries.Select(e => Manifest.Line(e) + "\n"));
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Flush();
    }

    /// <summary>Where the n-th new file waits.</summary>
    public string Staged(int n) => OutputPath.Join(_path, $"{n}");

    /// <summary>Removes the files that wait here, from this run or one before.</summary>
    public void ClearStaged()
    {
        foreach (var name in _files.FilesIn(_path).Where(n => n.All(char.IsAsciiDigit)))
            _files.Delete(OutputPath.Join(_path, name));
    }

    /// <summary>Everything is in its place: removes all trace of the run.</summary>
    public void Finish()
    {
        ClearStaged();
        _files.Delete(OutputPath.Join(_path, Name));
        // A file system that is a program (FUSE) keeps a deleted file under another name until it is closed.
        _stream.Dispose();
        _files.DeleteIfEmpty(_path);
    }

    public void Dispose() => _stream.Dispose();
}
