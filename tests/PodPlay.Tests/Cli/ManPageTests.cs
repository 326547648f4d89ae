using System.Text;
using PodPlay.Cli.Manual;
using PodPlay.Samples;
using PodPlay.Spec;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Cli;

/// <summary>The manual is made from the command model and the key table: committed in docs/man and docs/reference, and current.</summary>
public sealed class ManPageTests
{
    public static TheoryData<string> Pages => ["docs/man/podplay.1", "docs/man/podplay.yaml.5", "docs/reference/commands.md", "docs/reference/keys.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_current(string path)
    {
        var expected = Print(path);
        var full = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        Assert.True(File.Exists(full) && File.ReadAllText(full) == expected, $"{path} differs; if the command model and the key table are right: {TextSnapshot.AcceptVariable}=1 dotnet test");
    }

    [Fact]
    public void Podplay_prints_the_pages_itself()
    {
        Assert.Equal(Print("docs/man/podplay.1"), CliRun.Of("man").Out);
        Assert.Equal(Print("docs/man/podplay.yaml.5"), CliRun.Of("man", "podplay.yaml").Out);
    }

    [Fact]
    public void Every_command_option_and_key_is_on_its_page()
    {
        var commands = Print("docs/reference/commands.md");
        Assert.All(Root().Subcommands, c => Assert.Contains($"### podplay {c.Name}", commands, StringComparison.Ordinal));
        Assert.All(Root().Subcommands.SelectMany(c => c.Options).Where(o => o.Name != "--help"), o => Assert.Contains(o.Name, commands, StringComparison.Ordinal));
        var keys = Print("docs/reference/keys.md");
        Assert.All(KeysOf(SpecShapes.Root), k => Assert.Contains($"* `{k.Name}`: {k.Shape.Doc}", keys, StringComparison.Ordinal));
    }

    [MachineToolFact("man")]
    public void Man_has_no_warning() => Assert.All(["docs/man/podplay.1", "docs/man/podplay.yaml.5"], page =>
    {
        var run = ProcessRunner.Run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", Repository.PathOf(page)], environment: new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8", ["MANROFFSEQ"] = "", ["MANWIDTH"] = "80" });
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    });

    [MachineToolFact("mandoc")]
    public void Mandoc_has_no_warning_but_that_of_the_date() => Assert.All(["docs/man/podplay.1", "docs/man/podplay.yaml.5"], page =>
    {
        var run = ProcessRunner.Run(["mandoc", "-T", "lint", "-W", "warning", Repository.PathOf(page)]);
        // A date would make other bytes of the same program.
        Assert.DoesNotContain(ToolResult.LinesOf(run.Output), l => !l.EndsWith("missing date, using \"\": TH", StringComparison.Ordinal));
    });

    [MachineToolFact("mandoc")]
    public void A_page_that_is_broken_is_found()
    {
        var run = ProcessRunner.Run(["mandoc", "-T", "lint", "-W", "warning"], input: RoffPrinter.Print(CommandPage.Of(Root())).Replace(".RE", ".XX", StringComparison.Ordinal) + ".fi\n");
        Assert.Contains("WARNING", run.Output, StringComparison.Ordinal);
    }

    private static System.CommandLine.RootCommand Root() => PodPlayCommand.Create(CliConsole.OfProcess());

    private static string Print(string path)
    {
        var page = path is "docs/man/podplay.1" or "docs/reference/commands.md" ? CommandPage.Of(Root()) : SpecPage.Of(SpecShapes.Root);
        return path.EndsWith(".md", StringComparison.Ordinal) ? MarkdownPrinter.Print(page) : RoffPrinter.Print(page);
    }

    private static IEnumerable<Key> KeysOf(Shape shape) =>
        shape.Keys.SelectMany(k => KeysOf(k.Shape).Prepend(k)).Concat(shape.Item is { } item ? KeysOf(item) : []).Concat(shape.Named is { } named ? KeysOf(named.Value) : []);
}
