using System.Collections.Immutable;
using PodPlay.Syntax;

namespace PodPlay.Fuzz;

/// <summary>One input after the other, each from the corpus and one to eight changes. The same seed gives the same inputs.</summary>
internal sealed class Mutator
{
    // A spec without an error, though changed, is the rarest start and leads furthest.
    private const int MostKept = 200;
    private const int LargestKept = 64 * 1024;

    private readonly ImmutableArray<FuzzInput> _corpus;
    private readonly List<FuzzInput> _kept = [];
    private readonly Random _random;
    private readonly TreeMutation _trees;
    private readonly TextMutation _texts;
    private readonly TextMutation _templates;

    public Mutator(ImmutableArray<FuzzInput> corpus, Random random)
    {
        _corpus = corpus;
        _random = random;
        _trees = new(random, () => SpecYaml.TryParse(OneOfCorpus().Text(FuzzInput.SpecName)));
        _texts = new(random, () => OneOfCorpus().Text(FuzzInput.SpecName), TextMutation.OfYaml);
        _templates = new(random, () => OwnTemplates.Any(random).Text, OwnTemplates.Pieces);
    }

    public FuzzInput Next()
    {
        var input = _kept.Count > 0 && _random.Next(3) == 0 ? _kept[_random.Next(_kept.Count)] : OneOfCorpus();
        if (_random.Next(12) == 0)
            input = Divided(input);
        for (var templates = _random.Next(8) == 0 ? _random.Next(1, 4) : 0; templates > 0; templates--)
            input = OwnTemplates.Any(_random) is var (path, text) ? input.With(path, text) : input;
        for (var times = 1 + (_random.Next(2) == 0 ? 0 : _random.Next(8)); times > 0; times--)
            input = Changed(input);
        return input;
    }

    /// <summary>An input of <see cref="Next"/> without an error, to go on from.</summary>
    public void Keep(FuzzInput sound)
    {
        if (sound.Size > LargestKept)
            return;
        if (_kept.Count < MostKept)
            _kept.Add(sound);
        else
            _kept[_random.Next(MostKept)] = sound;
    }

    private FuzzInput OneOfCorpus() => _corpus[_random.Next(_corpus.Length)];

    private FuzzInput Changed(FuzzInput input)
    {
        var path = input.Files.Keys.ElementAt(_random.Next(input.Files.Count));
        if (OwnTemplates.IsOne(path))
            return input.With(path, _templates.Change(input.Files[path]));
        if (path != Compiler.LockName && _random.Next(4) > 0 && SpecYaml.TryParse(input.Text(path)) is { } root)
            return input.With(path, SpecYaml.Print(_trees.Change(root)));
        return _random.Next(30) switch
        {
            0 => input.With(Compiler.LockName, Lock()),
            1 when path != FuzzInput.SpecName => input.Without(path),
            _ => input.With(path, _texts.Change(input.Files[path])),
        };
    }

    // Some sections go into files of their own, which may include each other.
    private FuzzInput Divided(FuzzInput input)
    {
        if (SpecYaml.TryParse(input.Text(FuzzInput.SpecName)) is not { } root)
            return input;
        var moved = root.Entries.Where(e => e.Key.Text is not ("podplay" or "include") && _random.Next(3) == 0).ToList();
        var include = SpecYaml.Entry("include", new SpecSequence(default, [SpecYaml.Plain(_random.Next(2) == 0 ? "parts/*.yaml" : "parts/0.yaml")]));
        input = input.With(FuzzInput.SpecName, SpecYaml.Print(SpecYaml.Map(root.Entries.Except(moved).Append(include))));
        for (var i = 0; i < moved.Count; i++)
        {
            var next = SpecYaml.Entry("include", new SpecSequence(default, [SpecYaml.Plain(_random.Next(10) == 0 ? "../podplay.yaml" : $"{i + 1}.yaml")]));
            IEnumerable<SpecEntry> entries = _random.Next(3) == 0 ? [moved[i], next] : [moved[i]];
            input = input.With($"parts/{i}.yaml", SpecYaml.Print(SpecYaml.Map(entries)));
        }
        return input;
    }

    private string Lock() => string.Concat(Enumerable.Range(0, _random.Next(4))
        .Select(_ => $"{Words.Any(_random)}/{Words.Any(_random)} {Words.Any(_random)}\n").Prepend("# podplay lock 1: host numbers that podplay chose. Commit it; do not edit it.\n"));
}
