using System.Text;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>One source line as it is shown, and where each of its characters comes to stand.</summary>
internal sealed class PrintedLine
{
    // Of a line without an end (a whole file in one) only the neighbourhood is laid out.
    private const int Before = 1000;
    private const int MaxLength = 3000;

    private readonly List<(string Text, int Width)> _cells = [];
    private readonly int[] _from;
    private readonly int[] _until;
    private readonly int _start;

    /// <param name="around">The offset that must be shown.</param>
    public PrintedLine(SourceText source, int line, int around, Masking masking)
    {
        var text = source.LineAt(line);
        _start = source.OffsetOf(line, 1);
        if (text.Length > MaxLength)
        {
            var first = Math.Clamp(around - _start - Before, 0, text.Length - MaxLength);
            text = text.Substring(first, MaxLength);
            _start += first;
        }
        _from = new int[text.Length + 1];
        _until = new int[text.Length + 1];
        var masks = new Queue<SourceSpan>(masking.Within(source, _start, _start + text.Length));
        var i = 0;
        while (i < text.Length)
        {
            while (masks.TryPeek(out var passed) && passed.End - _start <= i)
                masks.Dequeue();
            if (masks.TryPeek(out var mask) && mask.Start - _start <= i)
                i = Add(i, Math.Min(mask.End - _start, text.Length), Masking.Stars, Masking.Stars.Length);
            else if (Rune.TryGetRuneAt(text, i, out var rune))
                i = Add(i, i + rune.Utf16SequenceLength, Printable.Of(rune), Printable.WidthOf(rune));
            else
                i = Add(i, i + 1, "?", 1);
        }
        _from[^1] = _until[^1] = Width;
    }

    public int Width { get; private set; }

    /// <summary>Column of an offset in the file, from 0; an offset inside a mask gives the mask's first.</summary>
    public int From(int offset) => _from[Math.Clamp(offset - _start, 0, _from.Length - 1)];

    /// <summary>Column behind a stretch that ends there; inside a mask that is the mask's end.</summary>
    public int Until(int offset) => _until[Math.Clamp(offset - _start, 0, _until.Length - 1)];

    /// <summary>The part from one column to another.</summary>
    public string Cut(int from, int until)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var (cell, width) in _cells)
        {
            // A wide character that the cut would halve leaves a blank.
            if (column >= from && column + width <= until)
                text.Append(cell);
            else if (column < until && column + width > from && width > 0)
                text.Append(' ', Math.Min(column + width, until) - Math.Max(column, from));
            column += width;
        }
        return text.ToString();
    }

    private int Add(int start, int end, string text, int width)
    {
        _cells.Add((text, width));
        for (var i = start; i < end; i++)
        {
            _from[i] = Width;
            _until[i] = i == start ? Width : Width + width;
        }
        Width += width;
        return end;
    }
}
