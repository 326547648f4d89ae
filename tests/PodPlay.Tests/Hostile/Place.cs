using System.Collections.Immutable;
using PodPlay.Fuzz;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Hostile;

/// <summary>A text of a spec: the value of a key, an item of a list, or a name that the user chose.</summary>
/// <param name="Steps">From the root: a key, or the number of an item.</param>
/// <param name="Kind">The same with <c>*</c> for names and items, which is one for all specs: <c>services.*.environment.*</c>.</param>
/// <param name="IsName">The last step itself, not what stands behind it.</param>
internal sealed record Place(ImmutableArray<string> Steps, string Kind, ScalarRule Rule, bool IsName)
{
    public override string ToString() => IsName ? $"{Kind} (name)" : Kind;

    /// <summary>All texts of a spec that the key table knows.</summary>
    public static IEnumerable<Place> In(SpecMapping root) => Below(root, SpecShapes.Root, [], "");

    /// <summary>The kinds of places that the key table has.</summary>
    public static IEnumerable<string> KindsOf(Shape shape, string kind = "") =>
    [
        .. shape.Scalar is not null && kind.Length > 0 ? [kind] : Array.Empty<string>(),
        .. shape.Item is { } item ? KindsOf(item, $"{kind}[*]") : [],
        .. shape.Keys.SelectMany(k => KindsOf(k.Shape, Join(kind, k.Name))),
        .. shape.Named is { } named ? KindsOf(named.Value, Join(kind, "*")).Prepend($"{Join(kind, "*")} (name)") : [],
    ];

    /// <summary>The spec with another text here.</summary>
    public SpecMapping Put(SpecMapping root, string text) => (SpecMapping)Put(root, 0, text);

    public string TextIn(SpecMapping root)
    {
        SpecNode node = root;
        foreach (var step in IsName ? Steps[..^1] : Steps)
            node = node is SpecSequence list ? list.Items[int.Parse(step, null)] : ((SpecMapping)node)[step]!;
        return IsName ? Steps[^1] : ((SpecScalar)node).Text;
    }

    private SpecNode Put(SpecNode node, int depth, string text) => node switch
    {
        _ when depth == Steps.Length => SpecYaml.Quoted(text),
        SpecMapping map when map.Find(Steps[depth]) is { } entry => map with
        {
            Entries = map.Entries.Replace(entry, IsName && depth == Steps.Length - 1 ? entry with { Key = SpecYaml.Quoted(text) } : entry with { Value = Put(entry.Value, depth + 1, text) }),
        },
        SpecSequence list => list with { Items = list.Items.SetItem(int.Parse(Steps[depth], null), Put(list.Items[int.Parse(Steps[depth], null)], depth + 1, text)) },
        _ => node,
    };

    private static IEnumerable<Place> Below(SpecNode node, Shape shape, ImmutableArray<string> steps, string kind) => node switch
    {
        SpecScalar when shape.Scalar is { } rule => [new(steps, kind, rule, false)],
        SpecSequence list when shape.Item is { } item => list.Items.SelectMany((n, i) => Below(n, item, steps.Add($"{i}"), $"{kind}[*]")),
        SpecMapping map => map.Entries.SelectMany(e => BelowEntry(e, shape, steps.Add(e.Key.Text), kind)),
        _ => [],
    };

    private static IEnumerable<Place> BelowEntry(SpecEntry entry, Shape shape, ImmutableArray<string> steps, string kind) =>
        shape.KeyNamed(entry.Key.Text) is { } key ? Below(entry.Value, key.Shape, steps, Join(kind, key.Name))
        : shape.Named is { } named ? Below(entry.Value, named.Value, steps, Join(kind, "*")).Prepend(new(steps, Join(kind, "*"), named.NameRule, true))
        : [];

    private static string Join(string kind, string step) => kind.Length == 0 ? step : $"{kind}.{step}";
}
