using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>Compares what stands in the file with the key table, and reports every place where they differ.</summary>
internal static class ShapeChecker
{
    public static void Check(SpecMapping root, Shape shape, DiagnosticBag diagnostics) =>
        CheckNode(root, shape, null, null, diagnostics);

    private static void CheckNode(SpecNode node, Shape shape, Shape? parent, string? name, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case SpecMapping map when shape.TakesMap:
                CheckMap(map, shape, parent, name, diagnostics);
                break;
            case SpecSequence list when shape.Item is { } item:
                foreach (var element in list.Items)
                    CheckNode(element, item, shape, name, diagnostics);
                break;
            case SpecScalar scalar when shape.Scalar is { } rule:
                CheckScalar(scalar, shape, rule, name, diagnostics);
                break;
            // `hosts:` with nothing behind it means an empty map or list, as everywhere in YAML's world.
            case SpecScalar { IsNull: true } when shape.Keys.All(k => !k.IsRequired):
                break;
            default:
                diagnostics.Report(Diagnose.WrongType(node, shape, name));
                break;
        }
    }

    private static void CheckMap(SpecMapping map, Shape shape, Shape? parent, string? name, DiagnosticBag diagnostics)
    {
        foreach (var entry in map.Entries.Where(e => !Fields.IsExtension(e.Key.Text)))
        {
            if (shape.KeyNamed(entry.Key.Text) is { } key)
                CheckNode(entry.Value, key.Shape, shape, key.Name, diagnostics);
            else if (shape.Named is { } named)
                CheckNamed(entry, shape, named, parent, diagnostics);
            else
                diagnostics.Report(UnknownKey(entry, map, shape, parent, name));
        }
        foreach (var key in shape.Keys.Where(k => k.IsRequired && map.Find(k.Name) is null))
        {
            // The long form's keys are required only where the long form is used.
            if (shape.Scalar is null || shape.Named is null)
                diagnostics.Report(Diagnose.MissingKey(map, shape, key, name));
        }
    }

    private static void CheckNamed(SpecEntry entry, Shape shape, NamedRule rule, Shape? parent, DiagnosticBag diagnostics)
    {
        if (!rule.NameRule.IsValid(entry.Key.Text))
        {
            var misplaced = rule.Value.KeyNamed(entry.Key.Text) is not null && entry.Value is SpecScalar;
            diagnostics.Report(misplaced
                ? Diagnose.MisplacedKey(entry.Key, rule.Value.Noun, shape.Noun)
                : Diagnose.InvalidName(entry.Key, shape, rule.NameRule));
            return;
        }
        // `image: ...` at the column of a service's name reads like a service called image.
        if (entry.Value is SpecScalar { IsNull: false } && rule.Value.Scalar is null && rule.Value.KeyNamed(entry.Key.Text) is not null)
        {
            diagnostics.Report(Diagnose.MisplacedKey(entry.Key, rule.Value.Noun, shape.Noun));
            return;
        }
        CheckNode(entry.Value, rule.Value, shape, entry.Key.Text, diagnostics);
    }

    private static Diagnostic UnknownKey(SpecEntry entry, SpecMapping map, Shape shape, Shape? parent, string? name)
    {
        var written = entry.Key.Text;
        // A level up: `zones:` indented under a host. A level down: `image:` beside the services.
        if (parent?.KeyNamed(written) is not null && parent.Named is null)
            return Diagnose.MisplacedKey(entry.Key, parent.Noun, shape.Noun);
        var below = shape.Keys.FirstOrDefault(k => k.Shape.KeyNamed(written) is not null || k.Shape.Named?.Value.KeyNamed(written) is not null);
        var known = shape.Keys.Select(k => k.Name).Where(k => map.Find(k) is null).ToList();
        var suggestion = Suggestion.For(written, known);
        return Diagnose.UnknownKey(entry.Key, shape, name, suggestion, suggestion is null ? below?.Name : null, known);
    }

    private static void CheckScalar(SpecScalar scalar, Shape shape, ScalarRule rule, string? name, DiagnosticBag diagnostics)
    {
        if (ComposePort.Recognise(scalar, rule) is { } compose)
            diagnostics.Report(Diagnose.ComposePort(scalar, compose));
        else if (!rule.IsValid(scalar.Text))
            diagnostics.Report(Diagnose.WrongValue(scalar, shape, rule, name));
        else if (AmbiguousScalar.OtherReading(scalar, rule) is { } other)
            diagnostics.Report(Diagnose.AmbiguousScalar(scalar, other));
    }
}
