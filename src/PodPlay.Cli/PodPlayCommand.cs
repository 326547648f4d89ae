using System.CommandLine;
using System.CommandLine.Help;
using PodPlay.Cli.Commands;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary>The command line as a whole.</summary>
internal static class PodPlayCommand
{
    public const string VersionLine = "podplay 0.1.0 (spec 1)\n";

    private const string FirstScreen = """
        Compile one YAML spec of hosts, zones and services into Quadlet units, nftables rules,
        HAProxy and Apache configuration, sysctl.d and /etc/hosts. Works offline; never touches a host.

          podplay init                     write a commented podplay.yaml and the editor schema
          podplay check                    find mistakes in the spec
          podplay check --fix              mend those that take no decision
          podplay gen                      write output/HOST/...; prints what changed
          podplay gen --check              for CI: exit 1 if output/ is not what the spec says
          podplay gen --diff               the change as a patch, nothing written
          podplay diff --against main      what the spec opens, closes and restarts since then
          podplay plan --against main      the steps that carry that out, in order, with who is down meanwhile
          podplay drift --from main.report what a host has otherwise than the spec, from what it says of itself
          podplay can internet db:postgres yes with the way and the line that allows it, or no with what is missing
          podplay explain PP301            why a diagnostic exists, and how to fix it

        Options of a command: podplay COMMAND --help
        Exit:   0 fine   1 spec has errors, or files differ   2 could not run

        """;

    /// <summary>Runs one command line; never throws for what a user can do.</summary>
    public static int Run(string[] args, CliConsole console)
    {
        try
        {
            var code = Invoke(args, console);
            console.Out.Flush();
            return Deliver(console, "", code);
        }
        catch (StandardStreamException e)
        {
            return Deliver(console, $"podplay: cannot write the answer: {e.Message}\n", ExitCode.CouldNotRun);
        }
    }

    // Standard error last: there is nobody left to tell when it fails as well.
    private static int Deliver(CliConsole console, string complaint, int code)
    {
        try
        {
            console.Error.Write(complaint);
            console.Error.Flush();
            return code;
        }
        catch (StandardStreamException)
        {
            return ExitCode.CouldNotRun;
        }
    }

    private static int Invoke(string[] args, CliConsole console)
    {
        if (args is [] or ["help"] or ["--help"] or ["-h"])
        {
            console.Out.Write(FirstScreen);
            return args is [] ? ExitCode.CouldNotRun : ExitCode.Fine;
        }
        if (args is ["--version"])
        {
            console.Out.Write(VersionLine);
            return ExitCode.Fine;
        }
        var root = Create(console);
        var parsed = root.Parse(args is ["help", .. var rest] ? [.. rest, "--help"] : args);
        var asksForHelp = parsed.Action is HelpAction;
        if (parsed.Errors.Count > 0 && !asksForHelp)
            return Usage(parsed, root, console);
        return parsed.Invoke(new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Create(CliConsole console)
    {
        var root = new RootCommand("Compile one YAML spec into the files that Podman hosts read.")
        {
            CheckCommand.Create(console),
            GenCommand.Create(console),
            ExplainCommand.Create(console),
            InitCommand.Create(console),
            CanCommand.Create(console),
            DiffCommand.Create(console),
            PlanCommand.Create(console),
            DriftCommand.Create(console),
        };
        // Windows's spellings, which System.CommandLine adds, would swallow paths.
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Aliases.Clear();
            help.Aliases.Add("-h");
        }
        return root;
    }

    // System.CommandLine would print the whole help to standard output and exit with 1.
    private static int Usage(ParseResult parsed, RootCommand root, CliConsole console)
    {
        foreach (var error in parsed.Errors)
            console.Error.Write($"podplay: {error.Message}\n");
        var command = parsed.CommandResult.Command;
        if (command == root && parsed.UnmatchedTokens is [var word, ..] && Suggestion.For(word, root.Subcommands.Select(c => c.Name)) is { } near)
            console.Error.Write($"did you mean podplay {near}?\n");
        console.Error.Write(command == root ? "see: podplay --help\n" : $"see: podplay {command.Name} --help\n");
        return ExitCode.CouldNotRun;
    }
}
