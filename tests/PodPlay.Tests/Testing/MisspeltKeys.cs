using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Testing;

/// <summary>Every key of the key table in a spec, with two of its letters swapped.</summary>
internal static class MisspeltKeys
{
    public static IEnumerable<(SpecScalar Key, string Misspelt)> Of(string text)
    {
        var root = SpecLoader.Load("podplay.yaml", new MemorySpecFiles { ["podplay.yaml"] = text }, new DiagnosticBag())!.Root;
        return KeysOf(root, SpecShapes.Root).Where(k => k.Text.Length > 3 && k.Text[1] != k.Text[2]).DistinctBy(k => k.Span.Start)
            .Select(k => (k, $"{k.Text[..1]}{k.Text[2]}{k.Text[1]}{k.Text[3..]}"));
    }

    private static IEnumerable<SpecScalar> KeysOf(SpecNode node, Shape shape)
    {
        if (node is SpecSequence list && shape.Item is { } item)
            return list.Items.SelectMany(i => KeysOf(i, item));
        if (node is not SpecMapping map)
            return [];
        return map.Entries.SelectMany(e => shape.KeyNamed(e.Key.Text) is { } key
            ? KeysOf(e.Value, key.Shape).Concat(shape.Named is null ? [e.Key] : [])
            : shape.Named is { } named ? KeysOf(e.Value, named.Value) : []);
    }
}
