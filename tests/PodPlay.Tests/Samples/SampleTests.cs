using PodPlay.Testing;

namespace PodPlay.Samples;

/// <summary>output/ is the verified snapshot; the comparer is the product's own <c>gen --check</c>.</summary>
public sealed class SampleTests
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Renders_byte_for_byte_what_is_committed(string name)
    {
        var sample = new Sample(name);
        var spec = Repository.PathOf(sample.SpecPath);
        var output = Repository.PathOf(sample.OutputPath);
        if (Environment.GetEnvironmentVariable("PODPLAY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Equal(0, CliRun.Of("gen", "-q", "-f", spec, "-o", output).ExitCode);
        var run = CliRun.Of("gen", "--check", "--diff", "-f", spec, "-o", output);
        Assert.True(run.ExitCode == 0, $"{run.Out}{run.Error}\naccept: PODPLAY_ACCEPT=1 dotnet test --filter Samples");
    }

    [Fact]
    public void Every_output_has_its_sample() =>
        Assert.Equal(
            Sample.All.Select(s => s.Name),
            Directory.GetDirectories(Repository.PathOf("output")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));

    // Under ahead-of-time compilation a template over CLR objects prints empty text without a word: only the published binary shows it.
    [PublishedTheory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void The_published_binary_renders_the_same_bytes(string name)
    {
        var sample = new Sample(name);
        var run = Published.Run(["gen", "--check", "--diff", "-f", Repository.PathOf(sample.SpecPath), "-o", Repository.PathOf(sample.OutputPath)]);
        Assert.True(run.ExitCode == 0, $"{run.Output}{run.Error}");
    }

    [PublishedFact]
    public void The_published_binary_explains_and_finds_mistakes()
    {
        Assert.Contains("host-port-taken", Published.Run(["explain", "PP301"]).Output, StringComparison.Ordinal);
        var literal = Repository.PathOf("samples/seed-literal.yaml");
        var check = Published.Run(["check", "--color", "never", "-f", literal]);
        Assert.Equal(1, check.ExitCode);
        Assert.Equal(CliRun.Of("check", "--color", "never", "-f", literal).Out, check.Output);
    }
}
