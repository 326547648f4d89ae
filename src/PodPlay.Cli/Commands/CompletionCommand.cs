using System.CommandLine;
using PodPlay.Cli.Completion;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay completion bash</c>: what a shell loads to complete commands, options and the names of the spec.</summary>
internal static class CompletionCommand
{
    public static Command Create(CliConsole console)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "a script that completes commands, options and the names of the spec") { shell };
        command.SetAction(parsed =>
        {
            console.Out.Write(parsed.GetValue(shell) switch
            {
                "bash" => CompletionScripts.Bash,
                "zsh" => CompletionScripts.Zsh,
                _ => CompletionScripts.Fish,
            });
            return ExitCode.Fine;
        });
        return command;
    }
}
