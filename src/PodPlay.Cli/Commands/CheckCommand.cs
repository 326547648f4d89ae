using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Fixing;
using PodPlay.Output;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay check</c>: find mistakes, write nothing; <c>--fix</c> mends those that take no decision.</summary>
internal static class CheckCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var check = new CheckOptions();
        var command = new Command("check", "find mistakes in the spec; --fix mends those that take no decision");
        check.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console), check));
        return command;
    }

    private static int Run(Session session, CheckOptions options)
    {
        var diff = session.Value(options.Diff);
        if (diff || session.Value(options.Fix))
            return Fix(session, diff);
        if (session.Compile() is not (_, var compilation))
            return ExitCode.CouldNotRun;
        session.Print(compilation.Findings, toError: false);
        return Outcome.Of(compilation);
    }

    private static int Fix(Session session, bool diff)
    {
        if (diff && session.IsMachineFormat)
            return session.Refuse("a patch has one format; the edits of each finding are in --format json and sarif without --diff");
        if (!diff && session.ReadsStandardInput)
            return session.Refuse("standard input cannot be mended in place; --diff prints the fixes as a patch");
        if (session.Fix() is not { } mended)
            return ExitCode.CouldNotRun;
        var left = session.Judge(mended.After);
        if (diff)
        {
            session.Console.Out.Write(mended.Patch());
            session.Print(left.Findings, toError: true);
            return mended.Files.IsEmpty ? Outcome.Of(left) : ExitCode.No;
        }
        var faults = new DiagnosticBag();
        if (!SafeFile.TryReplace([.. mended.Files.Select(f => (f.Path, f.Before, f.After))], faults))
        {
            session.Print(faults, toError: false);
            return Outcome.CouldNotAccess(faults) ? ExitCode.CouldNotRun : ExitCode.No;
        }
        session.Print(left.Findings, toError: false);
        session.Say(Summary(mended));
        return Outcome.Of(left);
    }

    private static string Summary(FixedSpec mended) => mended.Files.IsEmpty
        ? "nothing to fix that takes no decision\n"
        : $"fixed {SeverityWord.Count(mended.Fixed.Length, "finding")} in {string.Join(", ", mended.Files.Select(f => f.Path))}\n";
}
