using PodPlay.Output;

namespace PodPlay.Tests.Output;

/// <summary>The real disk, where an editor saves a file as soon as podplay has written the new text beside it.</summary>
internal sealed class SavingFiles(string path) : IFileOperations
{
    private readonly DiskFileOperations _disk = DiskFileOperations.Instance;

    public byte[]? Read(string file) => _disk.Read(file);

    public void CreateFolder(string folder) => _disk.CreateFolder(folder);

    public void CreateFile(string file, byte[] bytes)
    {
        _disk.CreateFile(file, bytes);
        File.WriteAllText(path, "saved\n");
    }

    public void Move(string from, string to) => _disk.Move(from, to);

    public void Delete(string file) => _disk.Delete(file);

    public bool DeleteIfEmpty(string folder) => _disk.DeleteIfEmpty(folder);

    public IReadOnlyList<string> FilesIn(string folder) => _disk.FilesIn(folder);

    public Stream? OpenExclusive(string file) => _disk.OpenExclusive(file);
}
