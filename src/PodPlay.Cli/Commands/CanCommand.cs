using System.CommandLine;
using PodPlay.Cli.Completion;
using PodPlay.Connectivity;
using PodPlay.Connectivity.Answers;
using PodPlay.Connectivity.Answers.Rendering;
using PodPlay.Text;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay can internet db:postgres</c>: yes with the way and the reason (0), or no with what is missing (1).</summary>
internal static class CanCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var from = new Argument<string>("FROM") { Description = "internet, lan, router, a host, a source, a zone or a service" }.CompletesParties(console);
        var to = new Argument<string>("TO[:PORT]") { Description = "a service, host, zone or internet; the port by name or number" }.CompletesTargets(console);
        var command = new Command("can", "may FROM open connections to TO? with the reason") { from, to };
        command.Aliases.Add("why");
        var format = new Option<CanFormat>("--format") { Description = "text or json", HelpName = "FORMAT" };
        command.Options.Add(format);
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = FindingsFormat(parsed.GetValue(format)) }, Question.Of(parsed.GetValue(from)!, parsed.GetValue(to)!)));
        return command;
    }

    private static int Run(Session session, Question question)
    {
        if (session.CompileWithoutErrors(out var exitCode) is not { Network: { } network } compilation)
            return exitCode;
        if (question.UnknownName(network) is { } unknown)
        {
            var near = Suggestion.For(unknown, Question.NamesOf(network));
            session.Console.Error.Write($"podplay: {unknown} is not a service, zone, host or source{(near is null ? "" : $"; did you mean {near}?")}\n");
            return ExitCode.CouldNotRun;
        }
        var answer = Answer.To(question, network);
        session.Console.Out.Write(session.Format == OutputFormat.Json ? AnswerJsonRenderer.Render(answer, compilation.Places) : AnswerTextRenderer.Render(answer, compilation.Places));
        return answer.Refusal is null ? ExitCode.Fine : ExitCode.No;
    }

    private static OutputFormat FindingsFormat(CanFormat format) => format == CanFormat.Json ? OutputFormat.Json : OutputFormat.Text;
}
