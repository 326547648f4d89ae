using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PodPlay.Fuzz;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Testing;

namespace PodPlay.Hostile;

/// <summary>A sample whose every free text is a nasty one, and its twin with a harmless word in each of these places.</summary>
/// <param name="Texts">The nasty text by the harmless word of the same place.</param>
internal sealed record NastySpec(Compilation Nasty, Compilation Twin, IReadOnlyDictionary<string, string> Texts)
{
    // References, numbers and choices have no text of their own.
    private static readonly ScalarRule[] Free =
    [
        Rules.Text, Rules.AnyText, Rules.Sentence, Rules.Path, Rules.SecretName, Rules.ContainerUser, Rules.RecordText, Rules.HttpCheck, Rules.Owner, Rules.EnvironmentName, Rules.Email, Rules.Interface,
    ];

    private static readonly ConcurrentDictionary<(string, int), Lazy<NastySpec>> Known = new();

    /// <param name="turn">0 to 2: at which text it begins. Over all samples and turns every text meets most kinds of places.</param>
    public static NastySpec Of(string sample, int turn) => Known.GetOrAdd((sample, turn), _ => new(() => Make(sample, turn))).Value;

    /// <summary>For podman 5.4: what Debian 13's generator knows.</summary>
    public static SpecMapping Tested(string sample) => SpecYaml.Parse(Regex.Replace(InMemory.Text(sample), "podman: \"[^\"]*\"", "podman: \"5.4\""));

    private static NastySpec Make(string sample, int turn)
    {
        var (root, twin) = (Tested(sample), Tested(sample));
        var texts = Hostile.Nasty.Texts.Where(t => t.Length is > 0 and < 1000).ToArray();
        var put = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = turn * texts.Length / 3;
        foreach (var place in Place.In(root).Where(p => Free.Contains(p.Rule)).ToList())
        {
            // The next one that this place takes.
            for (var tries = 0; tries < texts.Length; tries++)
            {
                var text = texts[next++ % texts.Length];
                var word = $"{Hostile.Nasty.Harmless}{put.Count:d3}";
                if (TakenBy(place, root, text, sample) is not var (form, with) || !IsSound(place.Put(twin, form.Replace("{}", word, StringComparison.Ordinal)), sample))
                    continue;
                (root, twin) = (with, place.Put(twin, form.Replace("{}", word, StringComparison.Ordinal)));
                put.Add(word, text);
                break;
            }
        }
        return new(Compile(root, sample), Compile(twin, sample), put);
    }

    private static (string Form, SpecMapping Root)? TakenBy(Place place, SpecMapping root, string text, string sample)
    {
        foreach (var form in new[] { "{}", "/{}", "GET /{}" }.Where(f => place.Rule.IsValid(f.Replace("{}", text, StringComparison.Ordinal))))
        {
            var with = place.Put(root, form.Replace("{}", text, StringComparison.Ordinal));
            if (IsSound(with, sample))
                return (form, with);
        }
        return null;
    }

    private static bool IsSound(SpecMapping root, string sample) => !Compile(root, sample).Findings.HasErrors;

    private static Compilation Compile(SpecMapping root, string sample) => InMemory.Compile(SpecYaml.Print(root), InMemory.Lock(sample));
}
