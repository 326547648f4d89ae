using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Diagnostics;
using PodPlay.Fuzz;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Testing;

namespace PodPlay.Hostile;

/// <summary>
/// No value can leave its field. Every kind of place that the key table has meets every nasty text: it is refused, or all files are those of a harmless text
/// with the nasty one in the same statements.
/// </summary>
public sealed class FieldTests
{
    // What a place may want before it takes a harmless text.
    private static readonly string[] Forms =
    [
        Nasty.Harmless, $"/{Nasty.Harmless}", $"{Nasty.Harmless}.example.com", $"{Nasty.Harmless}@example.com", $"https://{Nasty.Harmless}.example/d", $"GET /{Nasty.Harmless}",
        $"localhost/{Nasty.Harmless}:1.2.3", $"v=spf1 include:{Nasty.Harmless}.example.com -all", $"v=DKIM1; p={Nasty.Harmless}", $"10 {Nasty.Harmless}.example.org", $"0 5 5060 {Nasty.Harmless}.example.org", $"0 issue {Nasty.Harmless}.org",
    ];

    private static readonly ImmutableArray<FuzzInput> Specs =
    [
        .. Corpus.Of(Repository.Root).Distinct().OrderBy(i => i.Size)
            .Append(FuzzInput.Of(File.ReadAllText(Repository.PathOf("tests/PodPlay.Tests/Hostile/every-key.yaml"))))
            .Where(i => !Compile(i).Findings.HasErrors),
    ];

    // A path that is read, and the short form of a user whose number is never known.
    private static readonly string[] NeverSound = ["include[*]", "hosts.*.rootless"];

    // For each kind the smallest specs without an error that have it.
    private static readonly ILookup<string, (FuzzInput Input, SpecMapping Root, Place Place)> Places = Specs
        .SelectMany(i => SpecYaml.Parse(i.Text(FuzzInput.SpecName)) is var root ? Place.In(root).DistinctBy(p => p.ToString()).Select(p => (i, root, p)) : [])
        .ToLookup(p => p.p.ToString());

    public static TheoryData<string> Kinds => [.. Place.KindsOf(SpecShapes.Root).Distinct().Except(NeverSound)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_leaves_the_field_of(string kind)
    {
        Assert.True(Places[kind].Any(), $"no sound spec has {kind}: add it to every-key.yaml");
        foreach (var (input, root, place) in Places[kind].Take(8))
        {
            var taken = Forms.Where(place.Rule.IsValid).Select(f => (Form: f, Files: Rendered(input, root, place, f))).Where(f => f.Files is not null).ToList();
            foreach (var (form, harmless) in taken)
            {
                foreach (var text in Nasty.Texts)
                    Check(place, form, text, harmless!, Rendered(input, root, place, form.Replace(Nasty.Harmless, text, StringComparison.Ordinal)));
            }
            if (taken.Count > 0)
                return;
        }
        // Numbers, choices, references: nothing of one's own can stand there.
        var (closed, tree, where) = Places[kind].First();
        Assert.All(Nasty.Texts, text => Assert.Null(Rendered(closed, tree, where, text)));
    }

    private static void Check(Place place, string form, string text, SortedDictionary<string, string> harmless, SortedDictionary<string, string>? nasty)
    {
        // A path instead of a name is another thing, and has a form of its own here.
        if (nasty is null || (place.Rule == Rules.VolumeSource && text.StartsWith('/') && form[0] != '/'))
            return;
        var expected = harmless.ToDictionary(f => With(f.Key, text, ""), f => InOrder(place, f.Key, Statements(f).Select(s => With(place.Kind == "services.*.command" ? AsWords(s, form, text) : s, Meant(place, text), f.Key))));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), nasty.Keys);
        foreach (var file in nasty)
        {
            var actual = InOrder(place, file.Key, Statements(file));
            // Nothing in it could act, and more is made from it than the text itself: an order by name, an account from its authority's address,
            // an ending for a wildcard.
            if ((place.IsName && Rules.IsLabel(text)) || place.Kind is "certificates.*.server" or "services.*.balance.*.routes.*")
                continue;
            Assert.True(expected[file.Key].SequenceEqual(actual), $"{place} = {Short(form)} with {Short(text)} in {file.Key}:\n- {Short(Beyond(expected[file.Key], actual, "\n- "))}\n+ {Short(Beyond(actual, expected[file.Key], "\n+ "))}");
        }
    }

    // Secrets stand in a command by name, records in a zone by their text: a comment that says whose they are is repeated where another's are between.
    private static List<string> InOrder(Place place, string path, IEnumerable<string> statements)
    {
        var ordered = place.Kind == "services.*.secrets[*]" ? statements.Select(s => string.Join(Language.Between, s.Split(Language.Between).Order(StringComparer.Ordinal))) : statements;
        return [.. (path.EndsWith(".zone", StringComparison.Ordinal) ? ordered.Distinct() : ordered).Order(StringComparer.Ordinal)];
    }

    /// <summary>What is in one list more often than in the other.</summary>
    internal static string Beyond(IEnumerable<string> these, IEnumerable<string> those, string between)
    {
        var others = those.CountBy(s => s).ToDictionary();
        return string.Join(between, these.CountBy(s => s).Where(s => s.Value > others.GetValueOrDefault(s.Key)).Select(s => s.Key));
    }

    // Where the target itself splits a value into words, those are what is meant.
    private static string Meant(Place place, string text) => place.Kind switch
    {
        _ when place.Kind.Contains(".records.*.", StringComparison.Ordinal) && place.Rule == Rules.RecordText && !place.Kind.Contains(".txt", StringComparison.Ordinal) => Words(text),
        _ when place.Kind.EndsWith(".sysctl.*", StringComparison.Ordinal) && !place.IsName => Words(text),
        _ => text,
    };

    private static string AsWords(string statement, string form, string text) => statement.Replace(
        string.Join(Language.Between, UserCommand.Split(form)!.Value),
        string.Join(Language.Between, UserCommand.Split(form.Replace(Nasty.Harmless, text, StringComparison.Ordinal))!.Value),
        StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string With(string statement, string text, string path)
    {
        var replaced = statement.Replace(Nasty.Harmless, text, StringComparison.Ordinal);
        return Path.GetExtension(path) is ".md" or ".html" ? Artefact.Blanks(replaced) : replaced;
    }

    private static IEnumerable<string> Statements(KeyValuePair<string, string> file) => Artefact.Statements(file.Key, file.Value);

    /// <returns>Null: refused.</returns>
    private static SortedDictionary<string, string>? Rendered(FuzzInput input, SpecMapping root, Place place, string text)
    {
        if (place.Rule.IsValid(text) && IsText(text))
        {
            var compilation = Compile(input.With(FuzzInput.SpecName, SpecYaml.Print(place.Put(root, text))));
            return compilation.Findings.HasErrors ? null : InMemory.Render(compilation);
        }
        // The first stages have to refuse it alone: later ones would not see it.
        var diagnostics = new DiagnosticBag();
        if (SpecParser.Parse(new(FuzzInput.SpecName, SpecYaml.Print(place.Put(root, text))), diagnostics) is { } parsed)
            SpecBinder.Bind(parsed, diagnostics);
        Assert.True(diagnostics.HasErrors, $"{place}: {Short(text)} is no {place.Rule.Expected}, and nobody says so");
        return null;
    }

    private static bool IsText(string text) => !text.EnumerateRunes().Any(HiddenCharacters.IsHidden);

    private static Compilation Compile(FuzzInput input) => Compiler.Compile(FuzzInput.SpecName, input, () => null);

    private static string Short(string text) => text.Length <= 600 ? text : $"{text[..600]}... ({text.Length})";
}
