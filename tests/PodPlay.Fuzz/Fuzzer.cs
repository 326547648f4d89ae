using System.Collections.Immutable;
using PodPlay.Changes;

namespace PodPlay.Fuzz;

/// <summary>Input after input, until told to stop.</summary>
/// <param name="found">Takes those with a fault.</param>
internal sealed class Fuzzer(ImmutableArray<FuzzInput> corpus, int seed, FoundInputs found, string scratch)
{
    // The disk is slow, and a comparison doubles the work: now and then is often over an hour.
    private const int GenEvery = 25;
    private const int CompareEvery = 5;

    private readonly Mutator _mutator = new(corpus, new Random(seed));
    private readonly ImmutableArray<ChangeSide> _sound =
        [.. corpus.Distinct().Select(i => Compiler.Compile(FuzzInput.SpecName, i)).Where(c => !c.Findings.HasErrors).Select(ChangeSide.Of)];

    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public int Seen { get; private set; }

    public int Sound { get; private set; }

    /// <summary>Of all diagnostics that were met.</summary>
    public IReadOnlySet<string> Codes => _codes;

    /// <summary>What is being looked at, for whoever watches the clock.</summary>
    public FuzzInput? Current { get; private set; }

    public void Step()
    {
        var input = Current = _mutator.Next();
        var before = Seen % CompareEvery == 0 ? _sound[Seen / CompareEvery % _sound.Length] : null;
        var gen = Seen % GenEvery == 0 ? new GenRun(Path.Combine(scratch, "gen")) : null;
        var verdict = Verdict.Of(input, before, gen);
        Seen++;
        _codes.UnionWith(verdict.Codes);
        if (verdict.IsSound)
        {
            Sound++;
            _mutator.Keep(input);
        }
        if (verdict.Fault is { } fault && found.Add(input, verdict, Seen))
            found.AddShrunk(new Shrinker(i => Verdict.Of(i, before, gen).Fault == fault).Shrink(input), fault);
    }
}
