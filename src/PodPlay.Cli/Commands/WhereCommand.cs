using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PodPlay.Cli.Completion;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Projections;
using PodPlay.Provenance;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay where PLACE</c>: from a line of the output to the spec, or from the spec to the lines of the output.</summary>
internal static class WhereCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var place = new Argument<string>("PLACE") { Description = "FILE:LINE of the output or of the spec, or a spec path such as services.mail" }.CompletesPaths(console);
        var output = new Option<string?>("--output", "-o") { Description = "output folder (default: output/ beside the spec)", HelpName = "DIR" };
        var format = new Option<TableFormat>("--format") { Description = "table, tsv or json", HelpName = "FORMAT" };
        var command = new Command("where", "from a line of the output to the line of the spec that wants it, and back") { place, output, format };
        var templates = new TemplatesOption();
        templates.AddTo(command);
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(
            new Session(parsed, options, console) { Format = parsed.GetValue(format).Findings }, parsed.GetValue(place)!, parsed.GetValue(output), parsed.GetValue(format), templates));
        return command;
    }

    private static int Run(Session session, string asked, string? output, TableFormat format, TemplatesOption own)
    {
        if (session.Compile() is not (var specPath, var compilation))
            return ExitCode.CouldNotRun;
        if (compilation.Findings.HasErrors)
        {
            session.Print(compilation.Findings, toError: true);
            return Outcome.Of(compilation);
        }
        if (own.Read(session) is not { } templates)
            return ExitCode.CouldNotRun;
        var folder = output ?? Path.Combine(Path.GetDirectoryName(specPath) ?? "", "output");
        var diagnostics = new DiagnosticBag();
        var tree = compilation.Render(file => OutputFolder.ReadText(folder, file), diagnostics, templates);
        if (diagnostics.HasErrors)
        {
            session.Print(diagnostics, toError: true);
            return ExitCode.CouldNotRun;
        }
        var places = compilation.Places!;
        var question = new PlaceQuestion(asked, folder, new(tree, compilation.Network!, places), places);
        var traces = question.Answer(out var problem);
        if (problem is not null)
            return session.Refuse(problem);
        foreach (var file in question.Files.Where(f => OutputFolder.ReadText(folder, f) is { } there && there != tree.Text(f)))
            session.Say($"{OutputPath.Join(folder, file)} is not what the spec says now; lines are those that podplay gen would write\n");
        session.Console.Out.Write(format.Print(Table(folder, traces)));
        return traces.IsEmpty ? ExitCode.No : ExitCode.Fine;
    }

    private static Projection Table(string folder, ImmutableArray<Trace> traces) => new(
        ["output", "path", "spec", "by"],
        [
            .. traces.Select(t => (ImmutableArray<string>)
            [
                OutputPath.Join(folder, t.File) + (t.Line is { } line ? $":{Number(line)}" : ""),
                t.Path,
                t.Place is { } place ? $"{place.Source.Path}:{Number(place.From.Line)}:{Number(place.From.Column)}" : "",
                t.By switch { TraceBy.Line => "line", TraceBy.Block => "block", _ => "file" },
            ]),
        ]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
