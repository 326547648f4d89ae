using PodPlay.Output;

namespace PodPlay.Tests.Output;

/// <summary>The process was killed: nothing runs any more, not even what stands in a finally.</summary>
internal sealed class KilledException : Exception;

/// <summary>How the k-th change of the disk goes wrong.</summary>
public enum Failure
{
    /// <summary>The process dies before it.</summary>
    KillBefore,

    /// <summary>The process dies in the middle of it: half of the bytes are written.</summary>
    KillWithin,

    /// <summary>The disk is full, this once.</summary>
    NoSpace,
}

/// <summary>The real disk, until the k-th change.</summary>
internal sealed class FailingFiles(int failAt, Failure failure) : IFileOperations
{
    private const int NoSpaceOnDevice = 28;

    private readonly DiskFileOperations _disk = DiskFileOperations.Instance;
    private readonly List<Stream> _open = [];
    private int _changes;
    private bool _killed;

    /// <summary>The k-th change was reached.</summary>
    public bool Failed { get; private set; }

    public byte[]? Read(string path) => Alive(() => _disk.Read(path));

    public IReadOnlyList<string> FilesIn(string folder) => Alive(() => _disk.FilesIn(folder));

    public void CreateFolder(string path) => Change(() => _disk.CreateFolder(path));

    public void CreateFile(string path, byte[] bytes) => Change(() => _disk.CreateFile(path, bytes), () => _disk.CreateFile(path, bytes[..(bytes.Length / 2)]));

    public void Move(string from, string to) => Change(() => _disk.Move(from, to));

    public void Delete(string path) => Change(() => _disk.Delete(path));

    public bool DeleteIfEmpty(string folder)
    {
        var gone = false;
        Change(() => gone = _disk.DeleteIfEmpty(folder));
        return gone;
    }

    public Stream? OpenExclusive(string path)
    {
        Stream? stream = null;
        Change(() => stream = _disk.OpenExclusive(path));
        if (stream is null)
            return null;
        _open.Add(stream);
        return new Journal(stream, this);
    }

    private T Alive<T>(Func<T> work) => _killed ? throw new KilledException() : work();

    private void Change(Action work, Action? half = null)
    {
        if (_killed)
            throw new KilledException();
        if (_changes++ != failAt)
        {
            work();
            return;
        }
        Failed = true;
        if (failure == Failure.NoSpace)
            throw new IOException("no space", NoSpaceOnDevice);
        if (failure == Failure.KillWithin)
            half?.Invoke();
        _killed = true;
        // The kernel closes what a dead process had open.
        _open.ForEach(s => s.Dispose());
        throw new KilledException();
    }

    private sealed class Journal(Stream inner, FailingFiles files) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var bytes = buffer.ToArray();
            files.Change(() => inner.Write(bytes), () => inner.Write(bytes.AsSpan(0, bytes.Length / 2)));
        }

        public override void Flush() => inner.Flush();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
