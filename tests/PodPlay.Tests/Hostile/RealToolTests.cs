using System.Text.RegularExpressions;
using PodPlay.Fuzz;
using PodPlay.Samples;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Hostile;

/// <summary>What the strict readers of <see cref="FieldTests"/> read in parts, the real tools read at once: specs whose every free text is a nasty one, and whose every name is
/// a word of the target's.</summary>
public sealed partial class RealToolTests
{
    // References, numbers and choices have no text of their own.
    private static readonly ScalarRule[] Free =
    [
        Rules.Text, Rules.AnyText, Rules.Sentence, Rules.Path, Rules.SecretName, Rules.ContainerUser, Rules.RecordText, Rules.HttpCheck, Rules.Owner, Rules.EnvironmentName, Rules.Email, Rules.Interface,
    ];

    // Where names are given, and where they are referred to.
    private static readonly ScalarRule[] Referring =
        [Rules.Label, Rules.Flow, Rules.Statement, Rules.StatementTarget, Rules.PortReference, Rules.ResolverName, Rules.FlowPort];

    // Each sample begins at another text: over all of them every text meets most kinds of places.
    public static TheoryData<string, int> Turns => new() { { "seed", 0 }, { "balancing", 1 }, { "ipv4-only", 2 }, { "no-haproxy", 0 }, { "fast-path", 1 } };

    [ToolTheory]
    [MemberData(nameof(Turns))]
    public void Take_what_is_nasty_everywhere(string sample, int turn)
    {
        var root = Tested(sample);
        var texts = Nasty.Texts.Where(t => t.Length is > 0 and < 1000).ToArray();
        var (next, put) = (turn * texts.Length / 3, 0);
        foreach (var place in Place.In(root).Where(p => Free.Contains(p.Rule)).ToList())
        {
            // The next one that this place takes.
            for (var tries = 0; tries < texts.Length; tries++)
            {
                var text = texts[next++ % texts.Length];
                if (TakenBy(place, root, text, sample) is not { } with)
                    continue;
                (root, put) = (with, put + 1);
                break;
            }
        }
        Assert.True(put > 3, $"only {put} places of {sample} take a nasty text");
        MustAccept(sample, InMemory.Compile(SpecYaml.Print(root), InMemory.Lock(sample)));
    }

    [ToolTheory]
    [MemberData(nameof(Turns))]
    public void Take_their_own_words_as_names(string sample, int turn)
    {
        var root = Tested(sample);
        var names = new[] { "hosts", "zones", "services", "sources" }.SelectMany(s => (root[s] as SpecMapping)?.Entries ?? []).Select(e => e.Key.Text).Distinct().ToList();
        var words = Nasty.Names.Except(names).ToArray();
        var renamed = names.Select((n, i) => (n, words[(turn * 29 + i) % words.Length])).ToDictionary(n => n.n, n => n.Item2);
        MustAccept(sample, InMemory.Compile(SpecYaml.Print(Renamed(root, renamed))));
    }

    private static SpecMapping Tested(string sample) => SpecYaml.Parse(Regex.Replace(InMemory.Text(sample), "podman: \"[^\"]*\"", "podman: \"5.4\""));

    private static void MustAccept(string sample, Compilation compilation)
    {
        var hosts = SampleHost.Of(sample, compilation);
        // Settings of the kernel have a closed list of values. One release is enough: what differs between two is no matter of quotes.
        foreach (var validator in Validator.All.Where(v => !v.Name.StartsWith("sysctl", StringComparison.Ordinal) && !v.Name.EndsWith($"{Debian.Bookworm}", StringComparison.Ordinal)))
            Assert.All(hosts.Where(h => validator.FilesOf(h).Any()).SelectMany(validator.Judge), v => v.MustAccept());
    }

    private static SpecMapping? TakenBy(Place place, SpecMapping root, string text, string sample)
    {
        foreach (var form in new[] { text, $"/{text}", $"GET /{text}" }.Where(place.Rule.IsValid))
        {
            var with = place.Put(root, form);
            if (!InMemory.Compile(SpecYaml.Print(with), InMemory.Lock(sample)).Findings.HasErrors)
                return with;
        }
        return null;
    }

    // The deepest first, and what stands under a name before the name: a place knows its parents by their old names.
    private static SpecMapping Renamed(SpecMapping root, Dictionary<string, string> names) => Place.In(root).Where(p => Refers(p, root)).OrderByDescending(p => p.Steps.Length).ThenBy(p => p.IsName)
        .Aggregate(root, (tree, place) => place.TextIn(tree) is var old && Word().Replace(old, m => NameOf(m.Value, names)) is var text && text != old ? place.Put(tree, text) : tree);

    // A mail service's public name begins with its own.
    private static bool Refers(Place place, SpecMapping root) =>
        Referring.Contains(place.Rule) || (place.Kind == "certificates.*.names[*]" && place.TextIn(root).StartsWith("mail.", StringComparison.Ordinal));

    // A replica is named after its service: apache-1.
    private static string NameOf(string word, Dictionary<string, string> names) => names.TryGetValue(word, out var name) ? name
        : Replica().Match(word) is { Success: true } replica && names.TryGetValue(replica.Groups[1].Value, out var service) ? $"{service}{replica.Groups[2].Value}"
        : word;

    [GeneratedRegex("^(.*)(-[0-9]+)$")]
    private static partial Regex Replica();

    [GeneratedRegex("(?<![a-z0-9-])[a-z0-9][a-z0-9-]*")]
    private static partial Regex Word();
}
