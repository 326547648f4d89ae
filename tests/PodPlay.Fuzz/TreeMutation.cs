using System.Collections.Immutable;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Fuzz;

/// <summary>
/// What happens to a spec as a tree: parts deleted, doubled, renamed, moved, of another type, brought over from another spec, and keys that the
/// key table has and this spec has not. The text stays YAML.
/// </summary>
internal sealed class TreeMutation(Random random, Func<SpecMapping?> other)
{
    private static readonly ImmutableArray<string> Keys = [.. KeysOf(SpecShapes.Root, new(ReferenceEqualityComparer.Instance)).Distinct().Order(StringComparer.Ordinal)];

    public SpecMapping Change(SpecMapping root)
    {
        var all = Below(root).ToList();
        return all.Count == 0 ? root : Rewrite(root, all[random.Next(all.Count)], all);
    }

    private static IEnumerable<string> KeysOf(Shape shape, HashSet<object> seen)
    {
        if (!seen.Add(shape))
            return [];
        var below = shape.Keys.Select(k => k.Shape).Concat(new[] { shape.Item, shape.Named?.Value }.OfType<Shape>());
        return [.. shape.Keys.Select(k => k.Name), .. below.SelectMany(s => KeysOf(s, seen))];
    }

    private static IEnumerable<SpecEntry> Below(SpecNode node) => node switch
    {
        SpecMapping map => map.Entries.SelectMany(e => Below(e.Value).Prepend(e)),
        SpecSequence list => list.Items.SelectMany(Below),
        _ => [],
    };

    private SpecMapping Rewrite(SpecMapping map, SpecEntry target, List<SpecEntry> all)
    {
        var entries = ImmutableArray.CreateBuilder<SpecEntry>();
        foreach (var entry in map.Entries)
        {
            if (ReferenceEquals(entry, target))
                entries.AddRange(Instead(entry, all));
            else
                entries.Add(entry with { Value = Rewrite(entry.Value, target, all) });
        }
        // A key twice is one mistake, and hides every other: rarely.
        return map with { Entries = random.Next(50) == 0 ? entries.ToImmutable() : [.. entries.DistinctBy(e => e.Key.Text)] };
    }

    private SpecNode Rewrite(SpecNode node, SpecEntry target, List<SpecEntry> all) => node switch
    {
        SpecMapping map => Rewrite(map, target, all),
        SpecSequence list => list with { Items = [.. list.Items.Select(i => Rewrite(i, target, all))] },
        _ => node,
    };

    private IEnumerable<SpecEntry> Instead(SpecEntry entry, List<SpecEntry> all) => random.Next(14) switch
    {
        0 => [],
        1 => [entry, SpecYaml.Entry(entry.Key.Text + random.Next(2, 30), entry.Value)],
        2 => [SpecYaml.Entry(Misspelt(entry.Key.Text), entry.Value)],
        3 or 4 => [entry with { Value = OtherValue() }],
        5 => [entry with { Value = OneOf(all).Value }],
        6 => [entry, OneOf(all)],
        7 when entry.Value is SpecSequence { Items.IsEmpty: false } list => [entry with { Value = ChangedList(list, all) }],
        7 => [entry with { Value = new SpecSequence(default, [entry.Value]) }],
        8 => [SpecYaml.Entry(OneOf(all).Key.Text, entry.Value)],
        9 => [entry, SpecYaml.Entry(Keys[random.Next(Keys.Length)], random.Next(2) == 0 ? OneOf(all).Value : OtherValue())],
        10 => Spliced(entry),
        11 => [entry with { Value = Nearly(entry.Value) }],
        12 => [SpecYaml.Entry(Words.Any(random), entry.Value)],
        _ => [entry with { Value = SpecYaml.Quoted(Words.Any(random)) }],
    };

    // The same key's value of another spec where there is one, or any of its entries.
    private IEnumerable<SpecEntry> Spliced(SpecEntry entry)
    {
        if (other() is not { } stranger)
            return [entry];
        var theirs = Below(stranger).ToList();
        var alike = theirs.Where(e => e.Key.Text == entry.Key.Text).ToList();
        if (alike.Count > 0 && random.Next(3) > 0)
            return [entry with { Value = OneOf(alike).Value }];
        return theirs.Count == 0 ? [entry] : [entry, OneOf(theirs)];
    }

    private SpecSequence ChangedList(SpecSequence list, List<SpecEntry> all)
    {
        var at = random.Next(list.Items.Length);
        return list with
        {
            Items = random.Next(4) switch
            {
                0 => list.Items.RemoveAt(at),
                1 => list.Items.Insert(at, list.Items[at]),
                2 => list.Items.SetItem(at, OtherValue()),
                _ => list.Items.Insert(at, OneOf(all).Value),
            },
        };
    }

    // One character of a scalar, one step of a number: what is still almost right gets furthest.
    private SpecNode Nearly(SpecNode node)
    {
        if (node is not SpecScalar { Text.Length: > 0 } scalar)
            return node;
        var text = scalar.Text;
        var at = random.Next(text.Length);
        return scalar with
        {
            Text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, text[random.Next(text.Length)].ToString()),
                2 when char.IsAsciiDigit(text[at]) => text.Remove(at, 1).Insert(at, ((char)('0' + random.Next(10))).ToString()),
                2 => text.Insert(at, Words.Any(random)),
                _ => text[..at],
            },
        };
    }

    private SpecNode OtherValue() => random.Next(8) switch
    {
        0 => SpecYaml.Plain(""),
        1 => new SpecSequence(default, [SpecYaml.Plain(Words.Any(random)), SpecYaml.Plain(Words.Any(random))]),
        2 => SpecYaml.Map(SpecYaml.Entry(Keys[random.Next(Keys.Length)], SpecYaml.Plain(Words.Any(random)))),
        3 => new SpecSequence(default, []),
        4 => SpecYaml.Map(),
        _ => SpecYaml.Plain(Words.Any(random)),
    };

    private SpecEntry OneOf(List<SpecEntry> all) => all[random.Next(all.Count)];

    private string Misspelt(string key) => key.Length < 2 ? key + "x" : key.Remove(random.Next(key.Length), 1);
}
