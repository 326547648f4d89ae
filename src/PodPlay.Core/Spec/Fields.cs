using System.Collections.Immutable;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>
/// Reads the keys of one map by the key table. What the checker has complained about reads as absent, so that one mistake
/// gives one message; a key that the table does not have is our own mistake and throws.
/// </summary>
internal readonly struct Fields(SpecNode? node, Shape shape)
{
    private readonly SpecMapping? _map = node as SpecMapping;

    // Keys that the table does not have: none in a sound spec.
    private readonly List<SpecEntry>? _strangers = StrangersIn(node as SpecMapping, shape);

    /// <summary>The entry under a key. A key that is a near miss of this one was reported, and counts as this one from here on,
    /// so that a typo does not hide what is wrong with the value.</summary>
    public SpecEntry? Entry(string key)
    {
        var known = Known(key);
        if (_map is not { } map)
            return null;
        if (map.Find(key) is { } exact)
            return exact;
        var keys = shape.Keys;
        return _strangers?.Find(e => Suggestion.For(e.Key.Text, keys.Select(k => k.Name)) == known.Name);
    }

    private static List<SpecEntry>? StrangersIn(SpecMapping? map, Shape shape)
    {
        List<SpecEntry>? strangers = null;
        foreach (var entry in map is null ? [] : map.Entries)
        {
            if (shape.KeyNamed(entry.Key.Text) is null && !IsExtension(entry.Key.Text))
                (strangers ??= []).Add(entry);
        }
        return strangers;
    }

    /// <summary>False where something else stands in place of the map.</summary>
    public bool IsMap => _map is not null;

    public SourceSpan? KeySpan(string key) => Entry(key)?.Key.Span;

    public Spanned<string>? Text(string key) => ScalarOf(Entry(key)?.Value, Known(key).Shape);

    public Spanned<int>? Number(string key) =>
        Text(key) is { } text && Rules.Number(text.Value) is { } number ? new(number, text.Span) : null;

    public Spanned<bool>? Flag(string key) => Text(key) is { } text ? new(text.Value == "true", text.Span) : null;

    /// <summary>A list, or the one scalar that may stand for it.</summary>
    public ImmutableArray<Spanned<string>> Texts(string key) => ListOf(Entry(key)?.Value, Known(key).Shape);

    /// <summary>The fields of a map under a key; all absent when there is none.</summary>
    public Fields Map(string key) => new(Entry(key)?.Value, Known(key).Shape);

    public bool Has(string key) => Entry(key) is not null;

    /// <summary>Entries of a map keyed by the user's names, those with a valid name only.</summary>
    public IEnumerable<(Spanned<string> Name, SpecNode Value, Shape Shape)> Named(string key) => NamedOf(Entry(key)?.Value, Known(key).Shape);

    public static IEnumerable<(Spanned<string> Name, SpecNode Value, Shape Shape)> NamedOf(SpecNode? node, Shape shape)
    {
        var rule = shape.Named ?? throw new InvalidOperationException($"{shape.Noun} is not keyed by names");
        return (node as SpecMapping)?.Entries
            .Where(e => rule.NameRule.IsValid(e.Key.Text) && !IsExtension(e.Key.Text))
            .Select(e => (new Spanned<string>(e.Key.Text, e.Key.Span), e.Value, rule.Value)) ?? [];
    }

    public static Spanned<string>? ScalarOf(SpecNode? node, Shape shape) =>
        node is SpecScalar scalar && shape.Scalar is { } rule && rule.IsValid(scalar.Text) ? new(scalar.Text, scalar.Span) : null;

    public static ImmutableArray<Spanned<string>> ListOf(SpecNode? node, Shape shape)
    {
        if (node is SpecSequence sequence && shape.Item is { } item)
            return [.. sequence.Items.Select(i => ScalarOf(i, item)).OfType<Spanned<string>>()];
        return ScalarOf(node, shape) is { } one ? [one] : [];
    }

    /// <summary><c>x-</c> keys are the user's own, at every level.</summary>
    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);

    private Key Known(string key) =>
        shape.KeyNamed(key) ?? throw new InvalidOperationException($"the key table has no {shape.Noun}.{key}");
}
