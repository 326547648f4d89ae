using PodPlay.Output;

namespace PodPlay.Tests.Output;

/// <summary>The real disk, where somebody else does something at the worst moment.</summary>
internal sealed class MeanwhileFiles : IFileOperations
{
    private readonly DiskFileOperations _disk = DiskFileOperations.Instance;

    /// <summary>As soon as the new text is written beside a file.</summary>
    public Action AfterCreate { get; init; } = () => { };

    /// <summary>Between the making of the lock's folder and the opening of the lock.</summary>
    public Action BeforeLock { get; init; } = () => { };

    public byte[]? Read(string file) => _disk.Read(file);

    public void CreateFolder(string folder) => _disk.CreateFolder(folder);

    public void CreateFile(string file, byte[] bytes)
    {
        _disk.CreateFile(file, bytes);
        AfterCreate();
    }

    public void Move(string from, string to) => _disk.Move(from, to);

    public void Delete(string file) => _disk.Delete(file);

    public bool DeleteIfEmpty(string folder) => _disk.DeleteIfEmpty(folder);

    public IReadOnlyList<string> FilesIn(string folder) => _disk.FilesIn(folder);

    public Stream? OpenExclusive(string file)
    {
        BeforeLock();
        return _disk.OpenExclusive(file);
    }
}
