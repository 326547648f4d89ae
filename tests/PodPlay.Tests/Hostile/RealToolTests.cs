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
    // Where names are given, and where they are referred to.
    private static readonly ScalarRule[] Referring =
        [Rules.Label, Rules.Flow, Rules.Statement, Rules.StatementTarget, Rules.PortReference, Rules.ResolverName, Rules.FlowPort];

    // Each sample begins at another text: over all of them every text meets most kinds of places.
    internal static readonly (string Sample, int Turn)[] Specs = [("seed", 0), ("balancing", 1), ("ipv4-only", 2), ("no-haproxy", 0), ("fast-path", 1)];

    public static TheoryData<string, int> Turns
    {
        get
        {
            var turns = new TheoryData<string, int>();
            foreach (var (sample, turn) in Specs)
                turns.Add(sample, turn);
            return turns;
        }
    }

    [ToolTheory]
    [MemberData(nameof(Turns))]
    public void Take_what_is_nasty_everywhere(string sample, int turn)
    {
        var spec = NastySpec.Of(sample, turn);
        Assert.True(spec.Texts.Count > 3, $"only {spec.Texts.Count} places of {sample} take a nasty text");
        MustAccept(sample, spec.Nasty);
    }

    [ToolTheory]
    [MemberData(nameof(Turns))]
    public void Take_their_own_words_as_names(string sample, int turn) => MustAccept(sample, InMemory.Compile(WithTheirWords(sample, turn)));

    /// <summary>All names of a sample are words of the languages that they are written down in.</summary>
    internal static string WithTheirWords(string sample, int turn)
    {
        var root = NastySpec.Tested(sample);
        var names = new[] { "hosts", "zones", "services", "sources" }.SelectMany(s => (root[s] as SpecMapping)?.Entries ?? []).Select(e => e.Key.Text).Distinct().ToList();
        var words = Nasty.Names.Except(names).ToArray();
        var renamed = names.Select((n, i) => (n, words[(turn * 29 + i) % words.Length])).ToDictionary(n => n.n, n => n.Item2);
        return SpecYaml.Print(Renamed(root, renamed));
    }

    private static void MustAccept(string sample, Compilation compilation)
    {
        var hosts = SampleHost.Of(sample, compilation);
        // Settings of the kernel have a closed list of values. One release is enough: what differs between two is no matter of quotes.
        foreach (var validator in Validator.All.Where(v => !v.Name.StartsWith("sysctl", StringComparison.Ordinal) && !v.Name.EndsWith($"{Debian.Bookworm}", StringComparison.Ordinal)))
            Assert.All(hosts.Where(h => validator.FilesOf(h).Any()).SelectMany(validator.Judge), v => v.MustAccept());
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
