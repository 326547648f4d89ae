using System.Collections.Immutable;
using System.Text;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Fixing;

/// <summary>The spec's files with edits that no disk has seen yet.</summary>
internal sealed class FixedFiles : ISpecFiles
{
    private readonly ISpecFiles _files;
    private readonly Dictionary<string, byte[]?> _read;
    private readonly ImmutableSortedDictionary<string, byte[]> _fixed;

    private FixedFiles(ISpecFiles files, Dictionary<string, byte[]?> read, ImmutableSortedDictionary<string, byte[]> @fixed) =>
        (_files, _read, _fixed) = (files, read, @fixed);

    public static FixedFiles Of(ISpecFiles files) => new(files, new(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    /// <summary>Those whose bytes are others now.</summary>
    public ImmutableArray<FixedFile> Changed => [.. _fixed.Where(f => !f.Value.AsSpan().SequenceEqual(_read[f.Key])).Select(f => new FixedFile(f.Key, _read[f.Key]!, f.Value))];

    /// <summary>Each file is read once: all rounds are about the same bytes, whatever an editor does meanwhile.</summary>
    public byte[]? Read(string path)
    {
        if (_fixed.TryGetValue(path, out var bytes))
            return bytes;
        if (!_read.TryGetValue(path, out var there))
            _read[path] = there = _files.Read(path);
        return there;
    }

    public ImmutableArray<string> Match(string pattern) => _files.Match(pattern);

    /// <summary>With edits made, in files that have been read; the byte order mark of a file stays.</summary>
    public FixedFiles With(IEnumerable<TextEdit> edits) => new(_files, _read, _fixed.SetItems(edits
        .GroupBy(e => e.Span.Source)
        .Select(file => KeyValuePair.Create(file.Key.Path, BytesOf(file.Key.Path, TextEdit.Apply(file.Key, file))))));

    private byte[] BytesOf(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Read(path).AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }
}
