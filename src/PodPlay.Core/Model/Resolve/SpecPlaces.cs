using System.Collections.Immutable;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>
/// From a spec path (<c>services.mail.public.smtp</c>) to its places. The model knows nothing of YAML; what must point at the
/// spec asks here.
/// </summary>
public sealed class SpecPlaces
{
    private readonly Dictionary<string, SpecEntry> _entries = new(StringComparer.Ordinal);

    public SpecPlaces(SpecMapping root) => Add(root, "", SpecShapes.Root);

    /// <summary>The value under a path, or the key where the value is a whole map or list.</summary>
    public SourceSpan? Value(string path) =>
        _entries.TryGetValue(path, out var entry) ? entry.Value is SpecScalar { IsNull: false } scalar ? scalar.Span : entry.Key.Span : null;

    public SourceSpan? Key(string path) => _entries.TryGetValue(path, out var entry) ? entry.Key.Span : null;

    /// <summary>The key of a path, or of the part of it that the spec spells out: what is a default has no place of its own.</summary>
    public SourceSpan? Nearest(string path)
    {
        for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('.'))])
        {
            if (Key(part) is { } place)
                return place;
        }
        return null;
    }

    /// <summary>The paths whose keys stand on a line of a file; where none does, the innermost one around it.</summary>
    public ImmutableArray<string> At(string file, int line)
    {
        var here = _entries.Where(e => e.Value.Key.Span.Source.Path == file).ToList();
        var starting = here.Where(e => e.Value.Key.Span.From.Line == line).Select(e => e.Key).ToImmutableArray();
        if (!starting.IsEmpty)
            return starting;
        var around = here.Where(e => e.Value.Span.From.Line < line && e.Value.Span.To.Line >= line).OrderByDescending(e => e.Value.Key.Span.Start).FirstOrDefault();
        return around.Key is null ? [] : [around.Key];
    }

    /// <summary>Every path that the spec has, in its order.</summary>
    public IEnumerable<string> Paths => _entries.Keys;

    /// <summary>The files that it is made of.</summary>
    public IEnumerable<SourceText> Sources => _entries.Values.Select(e => e.Key.Span.Source).Distinct();

    /// <summary>Key and value, as <c>network: host</c>.</summary>
    public SourceSpan? Entry(string path) =>
        _entries.TryGetValue(path, out var entry) ? entry.Value is SpecScalar ? entry.Span : entry.Key.Span : null;

    /// <summary>One stage of a port, counted from the outside in; the whole text where stages cannot be told apart.</summary>
    internal SourceSpan? Stage(string portPath, int stage)
    {
        if (!_entries.TryGetValue(portPath, out var entry))
            return null;
        var node = entry.Value is SpecMapping map ? map["port"] : entry.Value;
        if (node is not SpecScalar scalar || PortSyntax.Parse(scalar.Text) is not { } port)
            return Value(portPath);
        var part = port.Stages[Math.Min(stage, port.Stages.Length - 1)];
        return scalar.Span.Length == scalar.Text.Length ? scalar.Span.Slice(part.Start, part.Length) : scalar.Span;
    }

    /// <summary>An item of a list under a path.</summary>
    public SourceSpan? Item(string path, string text)
    {
        if (!_entries.TryGetValue(path, out var entry))
            return null;
        var items = entry.Value is SpecSequence list ? list.Items : [entry.Value];
        return items.OfType<SpecScalar>().FirstOrDefault(s => s.Text == text || Canonical(s.Text) == text)?.Span ?? entry.Key.Span;
    }

    // The model prints an address in its shortest form, whatever the file says.
    private static string? Canonical(string text) =>
        text.Contains('/', StringComparison.Ordinal) ? Prefix.Parse(text, out _)?.ToString() : Address.Parse(text)?.ToString();

    private void Add(SpecMapping map, string prefix, Shape? shape)
    {
        foreach (var entry in map.Entries)
        {
            var name = NameOf(entry, map, shape);
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            _entries.TryAdd(path, entry);
            if (entry.Value is SpecMapping below)
                Add(below, path, shape?.KeyNamed(name)?.Shape ?? shape?.Named?.Value);
        }
    }

    // A key that is a near miss counts as the one that was meant: the binder reads it so, and the checks after it ask for its place.
    private static string NameOf(SpecEntry entry, SpecMapping map, Shape? shape)
    {
        var written = entry.Key.Text;
        if (shape is null || shape.Keys.IsEmpty || shape.KeyNamed(written) is not null || Fields.IsExtension(written))
            return written;
        return Suggestion.For(written, shape.Keys.Select(k => k.Name)) is { } meant && map.Find(meant) is null ? meant : written;
    }
}
