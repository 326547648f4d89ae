using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using PodPlay.Artefacts;
using PodPlay.Connectivity;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Model.Checks;
using PodPlay.Model.Resolve;
using PodPlay.Output;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Templating;

namespace PodPlay.Benchmarks;

/// <summary>Each stage alone, on what the stages before it have made. All but the disk: see <see cref="Writing"/>.</summary>
[MemoryDiagnoser]
public class Stages
{
    private LoadedSpec _loaded = null!;
    private PodPlaySpec _spec = null!;
    private Network _network = null!;
    private SpecPlaces _places = null!;
    private ImmutableArray<PlannedFile> _files;

    public static IEnumerable<string> Specs => BenchmarkSpecs.Paths.Keys;

    [ParamsSource(nameof(Specs))]
    public string Spec { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _loaded = Parse()!;
        _spec = Bind()!;
        _network = Resolve();
        _places = new SpecPlaces(_loaded.Root);
        _files = Plan();
    }

    [Benchmark]
    public LoadedSpec? Parse() => SpecLoader.Load(BenchmarkSpecs.Paths[Spec], new DiskSpecFiles(), new DiagnosticBag());

    [Benchmark]
    public object? BindToSpec() => Bind();

    [Benchmark]
    public Network Resolve() => NetworkResolver.Resolve(_spec, AddressLock.Empty, new DiagnosticBag()).Network;

    // On a network of its own: what the checks compute is kept in it.
    [Benchmark(Description = "Resolve and check")]
    public DiagnosticBag Check()
    {
        var network = Resolve();
        var diagnostics = new DiagnosticBag();
        NetworkChecker.Check(network, _places, diagnostics);
        TermChecks.Check(network, _places, () => null, diagnostics);
        ArtefactChecks.Check(network, _places.Value, _places.Key, diagnostics);
        AssertionChecks.Check(network, _places, diagnostics);
        return diagnostics;
    }

    [Benchmark(Description = "Resolve and connect")]
    public ImmutableArray<Cell> Connectivity() => Matrix.Of(Resolve());

    [Benchmark(Description = "Plan")]
    public int PlanFiles() => Plan().Length;

    [Benchmark]
    public OutputTree Render() => new TemplateRenderer().RenderAll(_files);

    private PodPlaySpec? Bind() => SpecBinder.Bind(_loaded.Root, new DiagnosticBag());

    private ImmutableArray<PlannedFile> Plan() => [.. ArtefactCatalog.Plan(_network)];
}
