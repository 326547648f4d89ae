using System.CommandLine;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay check</c>: find mistakes, write nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var command = new Command("check", "find mistakes in the spec");
        options.AddTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console)));
        return command;
    }

    private static int Run(Session session)
    {
        if (session.Compile() is not (_, var compilation))
            return ExitCode.CouldNotRun;
        session.Print(compilation.Findings, toError: false);
        return Outcome.Of(compilation);
    }
}
