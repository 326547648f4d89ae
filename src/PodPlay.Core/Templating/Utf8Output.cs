using System.Text;
using Scriban.Runtime;

namespace PodPlay.Templating;

/// <summary>What templates print, as the bytes of the file: a text of the whole would be copied three times on its way there.</summary>
internal sealed class Utf8Output : IScriptOutput
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;

    public void Write(string text, int offset, int count)
    {
        var most = Encoding.UTF8.GetMaxByteCount(count);
        if (_bytes.Length - _length < most)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + most));
        _length += Encoding.UTF8.GetBytes(text.AsSpan(offset, count), _bytes.AsSpan(_length));
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Everything since the last time.</summary>
    public byte[] Take()
    {
        var whole = _bytes.AsSpan(0, _length).ToArray();
        _length = 0;
        return whole;
    }

    /// <summary>The engine asks for the text of a whole file, which nobody reads.</summary>
    public override string ToString() => "";
}
