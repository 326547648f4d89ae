using CsCheck;
using PodPlay.Fuzz;
using PodPlay.Testing;

namespace PodPlay.Fuzzing;

/// <summary>Broken specs: whatever is wrong with one, the compiler ends, says where, and does not fall over. <c>scripts/fuzz</c> goes on for hours.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Inputs = 3000;

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Three_thousand_changed_specs_break_no_promise()
    {
        var found = new FoundInputs(Path.Combine(_folder, "found"));
        var fuzzer = new Fuzzer(Corpus.Of(Repository.Root), 1, found, _folder);
        while (fuzzer.Seen < Inputs)
            fuzzer.Step();

        Assert.True(found.Counts.Count == 0, string.Join('\n', Directory.Exists(_folder) ? Reports() : []));
        // What reaches nothing finds nothing.
        Assert.InRange(fuzzer.Sound, Inputs / 20, Inputs);
        Assert.True(fuzzer.Codes.Count > 120, $"only {fuzzer.Codes.Count} different diagnostics were met");
    }

    [Fact]
    public void Accidents_in_a_random_spec_break_no_promise() => Gen.Select(RandomSpec.Any, Gen.Int[0, int.MaxValue]).Sample(
        (spec, seed) =>
        {
            var verdict = Verdict.Of(new Mutator([FuzzInput.Of(spec.Yaml)], new Random(seed)).Next());
            Assert.True(verdict.Fault is null, verdict.Detail);
        },
        iter: 1000);

    [Fact]
    public void The_same_seed_gives_the_same_inputs()
    {
        var corpus = Corpus.Of(Repository.Root);
        var (one, two) = (new Mutator(corpus, new Random(7)), new Mutator(corpus, new Random(7)));
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (one.Next(), two.Next());
            Assert.Equal(a.Files.Keys.Select(a.Text), b.Files.Keys.Select(b.Text));
        }
    }

    [Fact]
    public void What_is_found_is_written_down_and_made_small()
    {
        var input = FuzzInput.Of(string.Concat(Enumerable.Range(0, 100).Select(i => $"line {i}\n"))).With("other.yaml", "x\n");
        var shrunk = new Shrinker(i => i.Text(FuzzInput.SpecName).Contains("57", StringComparison.Ordinal)).Shrink(input);
        new FoundInputs(_folder).AddShrunk(shrunk, "a fault");

        Assert.Equal("57", File.ReadAllText(Path.Combine(_folder, "a-fault/shrunk/podplay.yaml")));
        Assert.False(File.Exists(Path.Combine(_folder, "a-fault/shrunk/other.yaml")));
    }

    [Fact]
    public void An_exception_is_a_fault_with_its_place()
    {
        var verdict = Verdict.Of(new FuzzInput(null!));

        Assert.Equal("NullReferenceException in FuzzInput.Read", verdict.Fault);
    }

    private IEnumerable<string> Reports() => Directory.EnumerateFiles(_folder, "report.txt", SearchOption.AllDirectories).Select(File.ReadAllText);
}
