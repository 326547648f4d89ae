using System.CommandLine;
using System.Text.RegularExpressions;
using PodPlay.Cli.Completion;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Cli;

/// <summary>Completion: what podplay proposes, and what the shells make of it when somebody presses Tab.</summary>
public sealed partial class CompletionTests
{
    private static readonly string Seed = Repository.PathOf("samples/seed");

    /// <summary>Words that are typed, and what must then stand on the line.</summary>
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["podplay che"] = "podplay check",
        ["podplay check --ver"] = "podplay check --verbose",
        ["podplay check --format sar"] = "podplay check --format sarif",
        ["podplay check --format=j"] = "podplay check --format=json",
        ["podplay show addr"] = "podplay show addresses",
        ["podplay can mon"] = "podplay can monitoring",
        ["podplay can internet mail:submis"] = "podplay can internet mail:submission",
        ["podplay graph --zone mg"] = "podplay graph --zone mgmt",
        ["podplay check -f podplay.y"] = "podplay check -f podplay.yaml",
    };

    [MachineToolFact("bash")]
    public void Tab_in_bash() => Assert.Equal(Typed.Values, LinesOf(PressTab("bash", [.. Typed.Keys])));

    [MachineToolFact("zsh")]
    public void Tab_in_zsh() => Assert.Equal(Typed.Values, LinesOf(PressTab("zsh", [.. Typed.Keys])));

    // `complete -C` is what fish itself asks when Tab is pressed.
    [MachineToolFact("fish")]
    public void Tab_in_fish() => Assert.All(Typed, t => Assert.Equal([t.Value.Split(' ')[^1]], AskFish(t.Key)));

    [MachineToolFact("bash")]
    public void Where_a_word_does_not_decide_bash_lists() => Assert.Matches(@"db\s+db:postgres", PressTab("bash", "podplay can internet db"));

    [MachineToolFact("zsh")]
    public void Where_a_word_does_not_decide_zsh_lists_with_descriptions() => Assert.Matches(@"internal\s+-- a zone", PressTab("zsh", "podplay can inter"));

    [MachineToolFact("fish")]
    public void Where_a_word_does_not_decide_fish_lists() => Assert.Equal(["internal", "internet"], AskFish("podplay can inter"));

    [MachineToolFact("shellcheck")]
    public void Shellcheck_reads_the_script_of_bash()
    {
        var run = ProcessRunner.Run(["shellcheck", "--shell", "bash", "-"], CompletionScripts.Bash);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public void Every_command_and_option_is_proposed()
    {
        var root = PodPlayCommand.Create(CliConsole.OfProcess());
        Assert.Equal(root.Subcommands.Select(c => c.Name), Proposed(root, ""));
        Assert.All(root.Subcommands, c => Assert.Superset(
            c.Options.Where(o => !o.Hidden).Select(o => o.Name).ToHashSet(), Proposed(root, c.Name, "-").ToHashSet()));
    }

    // An option whose values are words and that completes none would be seen by nobody.
    [Fact]
    public void Every_choice_is_proposed()
    {
        var root = PodPlayCommand.Create(CliConsole.OfProcess());
        var choices = root.Subcommands.SelectMany(c => c.Options.Where(o => o.ValueType.IsEnum).Select(o => (Command: c, Option: o))).ToList();
        Assert.NotEmpty(choices);
        Assert.All(choices, c => Assert.Equal(
            Enum.GetNames(c.Option.ValueType).Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal), Proposed(root, c.Command.Name, c.Option.Name, "").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_spec_with_mistakes_still_has_names_and_without_one_there_are_none()
    {
        using var folder = TempTree.Of(("podplay.yaml", "podplay: 1\nhosts: { home: { address: 192.168.1.100 } }\nzones: { dmz: { subnets: [172.20.1.0/24] } }\nservices: { web: { image: x, zoen: dmz } }\n"));
        Assert.Contains("home\t", CliRun.Of([CompletionScripts.Hook, "can", ""], folder: folder.Root).Out, StringComparison.Ordinal);
        var nowhere = CliRun.Of([CompletionScripts.Hook, "can", ""], folder: "/proc");
        Assert.Equal((0, "", ""), (nowhere.ExitCode, nowhere.Out, nowhere.Error));
    }

    private static IEnumerable<string> Proposed(Command root, params string[] words) => Completions.For(root, words).Words.Select(w => w.Value);

    private static List<string> AskFish(string typed)
    {
        using var folder = new ProgramFolder();
        var run = folder.Bash(Seed, $"fish --no-config -c \"podplay completion fish | source; complete -C '{typed}'\"");
        Assert.True(run.ExitCode == 0 && run.Error.Length == 0, run.ToString());
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0])];
    }

    /// <summary>What the shell showed.</summary>
    private static string PressTab(string shell, params string[] typed)
    {
        using var folder = new ProgramFolder();
        using var script = TempTree.Of(("script", shell == "bash" ? CompletionScripts.Bash : CompletionScripts.Zsh));
        var words = string.Join(' ', typed.Select(t => $"'{t}'"));
        var run = folder.Bash(Seed, $"python3 '{Repository.PathOf("tests/PodPlay.Tests/Cli/press-tab.py")}' {shell} '{script.Root}/script' {words}");
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Output;
    }

    private static IEnumerable<string> LinesOf(string shown) => LineShown().Matches(shown).Select(m => m.Groups["line"].Value.TrimEnd());

    [GeneratedRegex(@"\nLINE: (?<line>[^\n]*)")]
    private static partial Regex LineShown();
}
