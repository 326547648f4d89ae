using CsCheck;
using PodPlay.Cli;
using PodPlay.Samples;
using PodPlay.Syntax;
using PodPlay.Fuzz;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Pipeline;

/// <summary>The same spec gives the same bytes, however it is spaced, ordered or split, and wherever and whenever it is compiled.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Samples => InMemory.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Shuffled_keys_at_every_level_change_no_byte(string name)
    {
        var root = SpecYaml.Parse(InMemory.Text(name));
        var expected = InMemory.RenderNamed(name);
        Gen.Int[0, int.MaxValue].Sample(
            seed => Assert.Equal(expected, InMemory.Render(SpecYaml.Print(Shuffled(root, new Random(seed))), InMemory.Lock(name))), iter: 20);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Three_lines_of_comment_on_top_change_no_byte(string name) =>
        Assert.Equal(InMemory.RenderNamed(name), InMemory.Render("# one\n#\n# three\n" + InMemory.Text(name), InMemory.Lock(name)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Windows_line_ends_change_no_byte(string name) =>
        Assert.Equal(InMemory.RenderNamed(name), InMemory.Render(InMemory.Text(name).Replace("\n", "\r\n", StringComparison.Ordinal), InMemory.Lock(name)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Quotes_around_every_word_change_no_byte(string name) =>
        Assert.Equal(InMemory.RenderNamed(name), InMemory.Render(SpecYaml.Print(Quoted(SpecYaml.Parse(InMemory.Text(name)))), InMemory.Lock(name)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Splitting_the_spec_into_included_files_changes_no_byte(string name)
    {
        var root = SpecYaml.Parse(InMemory.Text(name));
        var files = new MemorySpecFiles { [InMemory.SpecName] = "podplay: 1\ninclude: [router.yaml, parts/*.yaml]\n" };
        if (InMemory.Lock(name) is { } remembered)
            files[Compiler.LockName] = remembered;
        files["router.yaml"] = SpecYaml.Print(SpecYaml.Map(root.Entries.Where(e => e.Value is not SpecMapping || e.Key.Text is "router" or "defaults")));
        var number = 0;
        foreach (var section in root.Entries.Where(e => e.Value is SpecMapping && e.Key.Text is not ("router" or "defaults")))
        {
            foreach (var entry in ((SpecMapping)section.Value).Entries)
                files[$"parts/{number++ * 7919 % 1000:D3}-{section.Key.Text}.yaml"] = SpecYaml.Print(SpecYaml.Map(section with { Value = SpecYaml.Map(entry) }));
        }

        Assert.Equal(InMemory.RenderNamed(name), InMemory.Render(Compiler.Compile(InMemory.SpecName, files)));
    }

    [Fact]
    public void Shuffled_keys_of_any_spec_change_no_byte() => Gen.Select(RandomSpec.Any, Gen.Int[0, int.MaxValue]).Sample(
        (spec, seed) => Assert.Equal(InMemory.Render(spec.Yaml), InMemory.Render(SpecYaml.Print(Shuffled(SpecYaml.Parse(spec.Yaml), new Random(seed))))),
        iter: 100);

    [Theory]
    [InlineData("tr_TR.UTF-8", "Asia/Kolkata")]
    [InlineData("de_DE.UTF-8", "America/St_Johns")]
    [InlineData("C", "UTC")]
    public void Another_locale_time_zone_and_folder_change_no_byte(string locale, string timeZone)
    {
        using var elsewhere = TempTree.Of();
        var run = ProcessRunner.Run(
            ["dotnet", typeof(PodPlayCommand).Assembly.Location, "gen", "--stdout", "-q", "-f", Repository.PathOf("samples/seed/podplay.yaml")],
            environment: new Dictionary<string, string?> { ["LANG"] = locale, ["LC_ALL"] = locale, ["TZ"] = timeZone, ["HOME"] = elsewhere.Root, ["USER"] = "somebody" },
            workingDirectory: elsewhere.Root);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(string.Concat(InMemory.RenderNamed("seed").Select(f => $"==> {f.Key} <==\n{f.Value}")), run.Output);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_second_run_writes_nothing(string name)
    {
        using var tree = TempTree.Of((InMemory.SpecName, InMemory.Text(name)));
        var spec = Path.Combine(tree.Root, InMemory.SpecName);
        Assert.Equal(0, CliRun.Of("gen", "-f", spec).ExitCode);
        var first = Written(tree.Root);

        Assert.Equal(0, CliRun.Of("gen", "-f", spec).ExitCode);

        Assert.NotEmpty(first);
        Assert.Equal(first, Written(tree.Root));
        Assert.Equal(0, CliRun.Of("gen", "--check", "-f", spec).ExitCode);
    }

    private static List<(string Path, DateTime Time)> Written(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f)))];

    private static SpecMapping Shuffled(SpecMapping map, Random random)
    {
        var entries = map.Entries.Select(e => e.Value is SpecMapping below ? e with { Value = Shuffled(below, random) } : e).ToArray();
        random.Shuffle(entries);
        return map with { Entries = [.. entries] };
    }

    private static SpecMapping Quoted(SpecMapping map) => map with { Entries = [.. map.Entries.Select(e => new SpecEntry(e.Key with { IsPlain = false }, Quoted(e.Value)))] };

    private static SpecNode Quoted(SpecNode node) => node switch
    {
        SpecScalar { IsNull: false } scalar => scalar with { IsPlain = false },
        SpecSequence list => list with { Items = [.. list.Items.Select(Quoted)] },
        SpecMapping map => Quoted(map),
        _ => node,
    };
}
