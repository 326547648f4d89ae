using System.CommandLine;
using PodPlay.Changes;
using PodPlay.Changes.Rendering;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay diff --against main</c>: what the spec opens, closes and restarts, compared with an earlier one.</summary>
internal static class DiffCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var diff = new DiffOptions();
        var command = new Command("diff", "what the spec opens, closes and restarts, compared with an earlier one");
        diff.AddTo(command);
        options.AddWithoutFormatTo(command);
        var templates = new TemplatesOption();
        templates.AddTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = FindingsFormat(parsed.GetValue(diff.Format)) }, diff, templates));
        return command;
    }

    private static int Run(Session session, DiffOptions options, TemplatesOption templates)
    {
        if (templates.Read(session) is not { } own)
            return ExitCode.CouldNotRun;
        if (Comparison.Of(session, session.Value(options.Against)!, own, out var exitCode) is not { } compared)
            return exitCode;
        var failed = FailOn.True(compared.Changes, !compared.Broken.IsEmpty, session.Value(options.FailOn)!);
        Print(session, session.Value(options.Format), new(compared.Changes, compared.With, compared.AfterPlaces, compared.BeforePlaces, compared.Broken, failed));
        return failed.IsEmpty ? ExitCode.Fine : ExitCode.No;
    }

    private static void Print(Session session, DiffFormat format, ChangeDocument document) => session.Console.Out.Write(format switch
    {
        DiffFormat.Markdown => ChangeMarkdownRenderer.Render(document),
        DiffFormat.Json => ChangeJsonRenderer.Render(document),
        DiffFormat.Sarif => ChangeSarifRenderer.Render(document),
        DiffFormat.Github => ChangeGithubRenderer.Render(document),
        _ => ChangeTextRenderer.Render(document, session.UsesColor(toError: false)),
    });

    private static OutputFormat FindingsFormat(DiffFormat format) => format switch
    {
        DiffFormat.Json => OutputFormat.Json,
        DiffFormat.Sarif => OutputFormat.Sarif,
        DiffFormat.Github => OutputFormat.Github,
        _ => OutputFormat.Text,
    };
}
