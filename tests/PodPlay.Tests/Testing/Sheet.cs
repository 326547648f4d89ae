using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Testing;

/// <summary>A file of which only some lines matter.</summary>
internal sealed class Sheet
{
    private readonly SourceText _source;

    public Sheet(string path, params (int Line, string Text)[] lines)
    {
        var texts = Enumerable.Repeat("#", lines.Max(l => l.Line)).ToArray();
        foreach (var (line, text) in lines)
            texts[line - 1] = text;
        _source = new SourceText(path, string.Join('\n', texts) + "\n");
    }

    public Sheet(params (int Line, string Text)[] lines)
        : this("podplay.yaml", lines)
    {
    }

    /// <summary>The first place of a text in a line.</summary>
    public SourceSpan this[int line, string text]
    {
        get
        {
            var column = _source.LineAt(line).IndexOf(text, StringComparison.Ordinal);
            Assert.True(column >= 0, $"line {line} has no {text}");
            var start = _source.OffsetOf(line, column + 1);
            return _source.Span(start, start + text.Length);
        }
    }

    public Label Label(int line, string text, string says) => new(this[line, text], says);
}
