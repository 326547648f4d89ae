using System.Collections.Immutable;
using System.CommandLine;
using PodPlay.Changes;
using PodPlay.Changes.Rendering;
using PodPlay.Diagnostics;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay diff --against main</c>: what the spec opens, closes and restarts, compared with an earlier one.</summary>
internal static class DiffCommand
{
    // What is untrue of a network does not keep us from knowing what it is.
    private static readonly DiagnosticRule[] Statements = [Diagnose.AssertBrokenRule, Diagnose.AssertNotPossibleRule];

    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var diff = new DiffOptions();
        var command = new Command("diff", "what the spec opens, closes and restarts, compared with an earlier one");
        diff.AddTo(command);
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = FindingsFormat(parsed.GetValue(diff.Format)) }, diff));
        return command;
    }

    private static int Run(Session session, DiffOptions options)
    {
        if (session.Compile() is not (var path, var compilation))
            return ExitCode.CouldNotRun;
        var broken = compilation.Findings.Open.Where(d => Statements.Contains(d.Rule)).ToImmutableArray();
        if (Without(compilation, Statements) is not { Findings.HasErrors: false } after)
        {
            session.Print(compilation.Findings, toError: true);
            return Outcome.Of(compilation);
        }
        var diagnostics = new DiagnosticBag();
        var earlier = EarlierSpec.Find(session.Value(options.Against)!, path, diagnostics);
        var before = earlier is { With.SpecExisted: true } ? Without(Compiler.Compile(earlier.Path, earlier.Files), [.. Statements, Diagnose.TermPastRule]) : null;
        if (before?.Findings is { HasErrors: true } findings)
            diagnostics.Report(Diagnose.EarlierSpec(earlier!.With.Name, earlier.Path, [.. findings.Open.Where(d => d.Severity == Severity.Error)]));
        if (earlier is null || diagnostics.HasErrors)
        {
            session.Print(diagnostics, toError: true);
            return ExitCode.CouldNotRun;
        }
        var now = ChangeSide.Of(after);
        var changes = ChangeSet.Between(before is null ? ChangeSide.NothingBefore(now) : ChangeSide.Of(before), now);
        var failed = FailOn.True(changes, !broken.IsEmpty, session.Value(options.FailOn)!);
        Print(session, session.Value(options.Format), new(changes, earlier.With, after.Places, before?.Places, broken, failed));
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

    private static Compilation Without(Compilation compilation, DiagnosticRule[] rules) => compilation with
    {
        Findings = compilation.Findings with { Open = [.. compilation.Findings.Open.Where(d => !rules.Contains(d.Rule))] },
    };

    private static OutputFormat FindingsFormat(DiffFormat format) => format switch
    {
        DiffFormat.Json => OutputFormat.Json,
        DiffFormat.Sarif => OutputFormat.Sarif,
        DiffFormat.Github => OutputFormat.Github,
        _ => OutputFormat.Text,
    };
}
