namespace PodPlay.Text;

/// <summary>One file of the spec: its path as the user wrote it, and its text.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <param name="path">As shown in diagnostics: relative to where podplay was called.</param>
    /// <param name="text">Decoded text, without a byte order mark.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = LineStarts(text);
    }

    public string Path { get; }

    public string Text { get; }

    public int LineCount => _lineStarts.Length;

    /// <summary>Line and column of an offset, both from 1; columns count UTF-16 units, as editors do.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>Offset of a line and column, both from 1; past the end of the file gives its end.</summary>
    public int OffsetOf(int line, int column)
    {
        if (line > _lineStarts.Length)
            return Text.Length;
        return Math.Min(Text.Length, _lineStarts[Math.Max(line, 1) - 1] + Math.Max(column, 1) - 1);
    }

    /// <summary>A line's text, from 1, without its line end.</summary>
    public string LineAt(int line)
    {
        if (line < 1 || line > _lineStarts.Length)
            return "";
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\n', '\r');
    }

    public SourceSpan Span(int start, int end) => new(this, start, Math.Max(start, end));

    public override string ToString() => Path;

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
