using PodPlay.Output;

namespace PodPlay.Cli;

/// <summary>Standard output or standard error, on a disk that may be full or a terminal that may be gone.</summary>
/// <remarks>A pipe whose reader has left is no fault: .NET drops what is written to it, as <c>podplay ... | head</c> wants.</remarks>
/// <param name="inner">Null for one that was closed by whoever started the program (<c>&gt;&amp;-</c>).</param>
internal sealed class StandardStream(Stream? inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <param name="open">Called at once: later, the number of a closed stream may be that of a file of ours.</param>
    public static StandardStream Open(Func<Stream> open)
    {
        try
        {
            return new(open());
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            return new(null);
        }
    }

    /// <exception cref="StandardStreamException">Nothing more can be said here.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (inner is null)
            throw new StandardStreamException("it is closed");
        try
        {
            inner.Write(buffer);
        }
        // Closed, and its number given to a file that the runtime had opened to read before this program began.
        catch (UnauthorizedAccessException)
        {
            throw new StandardStreamException("it is closed");
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            throw new StandardStreamException(IoFault.Reason(e));
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // Console streams hold nothing back.
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
