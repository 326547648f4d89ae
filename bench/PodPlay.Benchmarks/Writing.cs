using BenchmarkDotNet.Attributes;
using PodPlay.Diagnostics;
using PodPlay.Output;

namespace PodPlay.Benchmarks;

/// <summary>The stage that touches the disk: compare with a tree that is up to date, and write into an empty folder.</summary>
[MemoryDiagnoser]
public class Writing
{
    private OutputTree _tree = null!;
    private string _work = "";
    private string _written = "";
    private int _fresh;

    public static IEnumerable<string> Specs => BenchmarkSpecs.Paths.Keys;

    [ParamsSource(nameof(Specs))]
    public string Spec { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _tree = Compiler.Compile(BenchmarkSpecs.Paths[Spec], new DiskSpecFiles()).Render();
        // In memory where there is one: ext4 would be what is measured.
        _work = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"podplay-bench-{Environment.ProcessId}");
        _written = Write();
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_work, recursive: true);

    [Benchmark]
    public OutputPlan Compare() => OutputFolder.Compare(_tree, _written, force: false, new DiagnosticBag());

    [Benchmark(Description = "Compare and write")]
    public string Write()
    {
        var folder = Path.Combine(_work, (_fresh++).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var diagnostics = new DiagnosticBag();
        OutputFolder.Apply(OutputFolder.Compare(_tree, folder, force: false, diagnostics), null, diagnostics);
        return folder;
    }

    // With it, a round is one run: no tree is kept longer.
    [IterationCleanup(Target = nameof(Write))]
    public void Forget()
    {
        foreach (var folder in Directory.EnumerateDirectories(_work).Where(f => f != _written).ToArray())
            Directory.Delete(folder, recursive: true);
    }
}
