using System.CommandLine;
using PodPlay.Cli.Completion;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay explain PP301</c>: the page of a code.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliConsole console)
    {
        var code = new Argument<string>("CODE") { Description = "PP301, or host-port-taken" }.CompletesCodes();
        var command = new Command("explain", "why a diagnostic exists, and how to fix it") { code };
        command.SetAction(parsed => Run(parsed.GetValue(code)!, console));
        return command;
    }

    private static int Run(string code, CliConsole console)
    {
        if (DiagnosticCatalog.Find(code) is { } rule && ExplainPages.Of(rule) is { } page)
        {
            console.Out.Write(page);
            return ExitCode.Fine;
        }
        var names = DiagnosticCatalog.All.SelectMany(r => new[] { r.Code, r.Name });
        var suggestion = Suggestion.For(code, names);
        console.Error.Write($"podplay: {code} is not a code{(suggestion is null ? "; codes run from PP101 to PP9xx" : $"; did you mean {suggestion}?")}\n");
        return ExitCode.CouldNotRun;
    }
}
