using System.CommandLine;
using PodPlay.Changes.Planning;
using PodPlay.Changes.Planning.Rendering;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay plan --against main</c>: the steps that carry a change out, in order, with who is down meanwhile.</summary>
internal static class PlanCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var against = DiffOptions.CreateAgainst();
        var format = new Option<PlanFormat>("--format") { Description = "text, markdown (a list to tick off) or json", HelpName = "FORMAT" };
        var command = new Command("plan", "the steps that carry a change out, in order, with who is down meanwhile") { against, format };
        options.AddWithoutFormatTo(command);
        var templates = new TemplatesOption();
        templates.AddTo(command);
        command.SetAction(parsed =>
        {
            var json = parsed.GetValue(format) == PlanFormat.Json;
            return Run(new Session(parsed, options, console) { Format = json ? OutputFormat.Json : OutputFormat.Text }, parsed.GetValue(against)!, parsed.GetValue(format), templates);
        });
        return command;
    }

    private static int Run(Session session, string against, PlanFormat format, TemplatesOption templates)
    {
        if (templates.Read(session) is not { } own)
            return ExitCode.CouldNotRun;
        if (Comparison.Of(session, against, own, out var exitCode) is not { } compared)
            return exitCode;
        var document = new PlanDocument(Plan.Of(compared.Changes, compared.Before, compared.After), compared.With);
        session.Console.Out.Write(format switch
        {
            PlanFormat.Markdown => PlanMarkdownRenderer.Render(document),
            PlanFormat.Json => PlanJsonRenderer.Render(document),
            _ => PlanTextRenderer.Render(document),
        });
        return ExitCode.Fine;
    }
}
