using System.Collections.Immutable;
using CsCheck;
using PodPlay.Syntax;

namespace PodPlay.Testing;

/// <summary>What people do to a spec by accident: parts deleted, doubled, renamed, moved, of another type. The text stays YAML.</summary>
internal sealed class SpecMutation(Random random)
{
    private static readonly string[] Words =
    [
        "true", "no", "0", "1", "-1", "65536", "99999999999", "5.4", "8080:80", "80 -> 80", "any", "host", "internet", "lan", "0.0.0.0/0", "::/0", "172.20.1.0/30", "fd00::/127",
        "2001:db8::1", "a -> a", "web.http", "*.example.com", "/", "/dev/vfio/1", "%h", "x\"y", "é", "none", "rootless", "1.2.3.4", "255.255.255.255", "64", "65534",
    ];

    public static Gen<string> Of(IReadOnlyList<string> texts) => Gen.Select(Gen.Int[0, texts.Count - 1], Gen.Int[1, 4], Gen.Int[0, int.MaxValue]).Select((which, times, seed) =>
    {
        var mutation = new SpecMutation(new Random(seed));
        var root = SpecYaml.Parse(texts[which]);
        for (var i = 0; i < times; i++)
            root = mutation.Change(root);
        return SpecYaml.Print(root);
    });

    private SpecMapping Change(SpecMapping root)
    {
        var all = Below(root).ToList();
        if (all.Count == 0)
            return root;
        var target = all[random.Next(all.Count)];
        return Rewrite(root, target, all);
    }

    private static IEnumerable<SpecEntry> Below(SpecNode node) => node switch
    {
        SpecMapping map => map.Entries.SelectMany(e => Below(e.Value).Prepend(e)),
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
                entries.Add(entry.Value is SpecMapping below ? entry with { Value = Rewrite(below, target, all) } : entry);
        }
        return map with { Entries = [.. entries.DistinctBy(e => e.Key.Text)] };
    }

    private IEnumerable<SpecEntry> Instead(SpecEntry entry, List<SpecEntry> all) => random.Next(8) switch
    {
        0 => [],
        1 => [entry, SpecYaml.Entry(entry.Key.Text + "2", entry.Value)],
        2 => [SpecYaml.Entry(Misspelt(entry.Key.Text), entry.Value)],
        3 => [entry with { Value = Other() }],
        4 => [entry with { Value = all[random.Next(all.Count)].Value }],
        5 => [entry, all[random.Next(all.Count)]],
        6 when entry.Value is SpecSequence { Items.IsEmpty: false } list => [entry with { Value = list with { Items = list.Items.SetItem(random.Next(list.Items.Length), Other()) } }],
        6 => [entry with { Value = new SpecSequence(default, [entry.Value]) }],
        _ => [SpecYaml.Entry(all[random.Next(all.Count)].Key.Text, entry.Value)],
    };

    private SpecNode Other() => random.Next(5) switch
    {
        0 => SpecYaml.Plain(""),
        1 => new SpecSequence(default, [SpecYaml.Plain(Word())]),
        2 => SpecYaml.Map(SpecYaml.Entry("key", SpecYaml.Plain(Word()))),
        _ => SpecYaml.Plain(Word()),
    };

    private string Word() => Words[random.Next(Words.Length)];

    private string Misspelt(string key) => key.Length < 2 ? key + "x" : key.Remove(random.Next(key.Length), 1);
}
