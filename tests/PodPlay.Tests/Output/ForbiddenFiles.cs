using PodPlay.Output;

namespace PodPlay.Tests.Output;

/// <summary>A disk that must not be changed.</summary>
internal sealed class ForbiddenFiles : IFileOperations
{
    public byte[]? Read(string path) => throw new InvalidOperationException();

    public void CreateFolder(string path) => throw new InvalidOperationException();

    public void CreateFile(string path, byte[] bytes) => throw new InvalidOperationException();

    public void Move(string from, string to) => throw new InvalidOperationException();

    public void Delete(string path) => throw new InvalidOperationException();

    public bool DeleteIfEmpty(string folder) => throw new InvalidOperationException();

    public IReadOnlyList<string> FilesIn(string folder) => throw new InvalidOperationException();

    public Stream? OpenExclusive(string path) => throw new InvalidOperationException();
}
