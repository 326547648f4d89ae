using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>Compares what stands in the file with the key table, and reports every place where they differ.</summary>
internal sealed class ShapeChecker(DiagnosticBag diagnostics)
{
    private readonly HashSet<SpecEntry> _misplaced = new(ReferenceEqualityComparer.Instance);

    /// <returns>The same without what stands at a wrong level: read as something else it would be wrong a second time.</returns>
    public static SpecMapping Check(SpecMapping root, Shape shape, DiagnosticBag diagnostics)
    {
        var checker = new ShapeChecker(diagnostics);
        checker.CheckNode(root, new Level(shape, null), null);
        return checker._misplaced.Count == 0 ? root : checker.Pruned(root);
    }

    private SpecMapping Pruned(SpecMapping map) => map with
    {
        Entries = [.. map.Entries.Where(e => !_misplaced.Contains(e)).Select(e => e.Value is SpecMapping below ? e with { Value = Pruned(below) } : e)],
    };

    /// <summary>A shape and those that it stands in, the nearest first.</summary>
    private sealed record Level(Shape Shape, Level? Outer)
    {
        public Level Inside(Shape shape) => new(shape, this);

        public IEnumerable<Shape> Outwards()
        {
            for (var level = Outer; level is not null; level = level.Outer)
                yield return level.Shape;
        }

        /// <summary>Whose key this is, further out. A spec's own name and domain are no sections that somebody could indent by mistake.</summary>
        public Shape? OwnerOf(string key) =>
            Outwards().FirstOrDefault(s => s.KeyNamed(key) is { } known && (s != SpecShapes.Root || known.Shape.Scalar is null));
    }

    private void CheckNode(SpecNode node, Level level, string? name)
    {
        var shape = level.Shape;
        switch (node)
        {
            case SpecMapping map when shape.TakesMap:
                CheckMap(map, level, name);
                break;
            case SpecSequence list when shape.Item is { } item:
                foreach (var element in list.Items)
                    CheckNode(element, level.Inside(item), name);
                break;
            case SpecScalar scalar when shape.Scalar is { } rule:
                CheckScalar(scalar, level, rule, name);
                break;
            // `hosts:` with nothing behind it means an empty map or list, as everywhere in YAML's world.
            case SpecScalar { IsNull: true } when shape.Keys.All(k => !k.IsRequired):
                break;
            default:
                diagnostics.Report(Diagnose.WrongType(node, shape, name));
                break;
        }
    }

    private void CheckMap(SpecMapping map, Level level, string? name)
    {
        var shape = level.Shape;
        foreach (var entry in map.Entries.Where(e => !Fields.IsExtension(e.Key.Text)))
        {
            if (shape.KeyNamed(entry.Key.Text) is { } key)
                CheckNode(entry.Value, level.Inside(key.Shape), key.Name);
            else if (shape.Named is { } named)
                CheckNamed(entry, level, named);
            // Further out: `zones:` indented under a host.
            else if (level.OwnerOf(entry.Key.Text) is { } outer)
                Misplaced(entry, outer, shape);
            else
                diagnostics.Report(UnknownKey(entry, map, shape));
        }
        foreach (var key in shape.Keys.Where(k => k.IsRequired && map[k.Name] is null or SpecSequence { Items: [] } && !IsMistyped(map, shape, k)))
        {
            // The long form's keys are required only where the long form is used.
            if (shape.Scalar is null || shape.Named is null)
                diagnostics.Report(Diagnose.MissingKey(map, shape, key, name));
        }
    }

    // A typo was reported as an unknown key; that it is missing too would be the same mistake again.
    private static bool IsMistyped(SpecMapping map, Shape shape, Key key) =>
        map.Entries.Any(e => shape.KeyNamed(e.Key.Text) is null && !Fields.IsExtension(e.Key.Text)
            && Suggestion.For(e.Key.Text, shape.Keys.Select(k => k.Name)) == key.Name);

    private void CheckNamed(SpecEntry entry, Level level, NamedRule rule)
    {
        var shape = level.Shape;
        if (!rule.NameRule.IsValid(entry.Key.Text))
        {
            var misplaced = rule.Value.KeyNamed(entry.Key.Text) is not null && entry.Value is SpecScalar;
            if (misplaced)
                Misplaced(entry, rule.Value, shape);
            else
                diagnostics.Report(Diagnose.InvalidName(entry.Key, rule.Value, rule.NameRule));
            return;
        }
        // `image: ...` at the column of a service's name reads like a service called image.
        if (entry.Value is SpecScalar { IsNull: false } && rule.Value.Scalar is null && rule.Value.KeyNamed(entry.Key.Text) is not null)
        {
            Misplaced(entry, rule.Value, shape);
            return;
        }
        // `flows:` at the column of a service's name: a map of flows, none of whose keys a service has.
        if (entry.Value is SpecMapping { Entries.IsEmpty: false } map && rule.Value.Scalar is null && rule.Value.Named is null
            && level.OwnerOf(entry.Key.Text) is { } outer
            && map.Entries.All(e => rule.Value.KeyNamed(e.Key.Text) is null))
        {
            Misplaced(entry, outer, shape);
            return;
        }
        CheckNode(entry.Value, level.Inside(rule.Value), $"{rule.Value.Noun} {entry.Key.Text}");
    }

    private void Misplaced(SpecEntry entry, Shape owner, Shape here)
    {
        _misplaced.Add(entry);
        diagnostics.Report(Diagnose.MisplacedKey(entry.Key, owner, here));
    }

    private static Diagnostic UnknownKey(SpecEntry entry, SpecMapping map, Shape shape)
    {
        var written = entry.Key.Text;
        var below = shape.Keys.FirstOrDefault(k => k.Shape.KeyNamed(written) is not null || k.Shape.Named?.Value.KeyNamed(written) is not null);
        var known = shape.Keys.Select(k => k.Name).Where(k => map.Find(k) is null).ToList();
        var suggestion = Suggestion.For(written, known);
        var elsewhere = ComposeWords.MeaningOf(written, shape) ?? (suggestion is null && below is not null ? $"{written} belongs one level deeper, under {below.Name}" : null);
        return Diagnose.UnknownKey(entry.Key, shape, suggestion, elsewhere, known);
    }

    private void CheckScalar(SpecScalar scalar, Level level, ScalarRule rule, string? name)
    {
        var shape = level.Shape;
        if (ComposePort.Recognise(scalar, rule, level.Outwards().Select(s => s.Noun)) is { } compose)
            diagnostics.Report(Diagnose.ComposePort(scalar, compose));
        else if (!rule.IsValid(scalar.Text))
            diagnostics.Report(Diagnose.WrongValue(scalar, shape, rule, name));
        else if (AmbiguousScalar.OtherReading(scalar, rule) is { } other)
            diagnostics.Report(Diagnose.AmbiguousScalar(scalar, other));
    }
}
