using System.CommandLine;
using PodPlay.Cli.Manual;
using PodPlay.Spec;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay man podplay.yaml</c>: a page of the manual, as <c>man</c> reads it.</summary>
internal static class ManCommand
{
    public static Command Create(CliConsole console)
    {
        var page = new Argument<string>("PAGE") { Description = "podplay: this command; podplay.yaml: the spec", DefaultValueFactory = _ => "podplay" };
        page.AcceptOnlyFromAmong("podplay", "podplay.yaml");
        var command = new Command("man", "a page of the manual, for man -l -") { page };
        command.SetAction(parsed =>
        {
            console.Out.Write(RoffPrinter.Print(parsed.GetValue(page) == "podplay" ? CommandPage.Of(PodPlayCommand.Create(console)) : SpecPage.Of(SpecShapes.Root)));
            return ExitCode.Fine;
        });
        return command;
    }
}
