using System.CommandLine;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Templating;
using PodPlay.Text;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay gen</c>: write the host trees, or say what would change.</summary>
internal static class GenCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var gen = new GenOptions();
        var command = new Command("gen", "write output/HOST/...; prints what changed");
        options.AddTo(command);
        gen.AddTo(command);
        var templates = new TemplatesOption();
        templates.AddTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console), gen, templates));
        return command;
    }

    private static int Run(Session session, GenOptions options, TemplatesOption own)
    {
        TemplateStore.ParseAhead();
        if (session.Compile() is not (var path, var compilation))
            return ExitCode.CouldNotRun;
        if (compilation.Findings.HasErrors)
        {
            session.Print(compilation.Findings, toError: true);
            session.Say("nothing was written\n");
            return Outcome.Of(compilation);
        }
        if (own.Read(session) is not { } templates)
        {
            session.Say("nothing was written\n");
            return ExitCode.CouldNotRun;
        }
        var diagnostics = new DiagnosticBag();
        var folder = FolderOf(session, options, path);
        var tree = compilation.Render(file => OutputFolder.ReadText(folder, file), diagnostics, templates);
        if (diagnostics.HasErrors)
        {
            session.Print(With(compilation.Findings, diagnostics), toError: true);
            session.Say("nothing was written\n");
            return ExitCode.No;
        }
        if (session.Value(options.Stdout))
        {
            session.Print(With(compilation.Findings, diagnostics), toError: true);
            return PrintTree(session, tree, session.Value(options.Only));
        }
        var plan = OutputFolder.Compare(tree, folder, session.Value(options.Force), diagnostics);
        var addresses = compilation.Addresses;
        var lockDiffers = addresses is { IsUpToDate: false };
        var dryRun = session.Value(options.DryRun);
        if (diagnostics.HasErrors || session.Value(options.Check) || session.Value(options.Diff) || dryRun)
            return Report(session, options, compilation, plan, lockDiffers, diagnostics);
        if (!OutputFolder.Apply(plan, addresses, diagnostics))
            return Report(session, options, compilation, plan, lockDiffers, diagnostics);
        session.Print(With(compilation.Findings, diagnostics), toError: true);
        if (!session.Quiet && !session.IsMachineFormat)
            session.Console.Out.Write($"{ChangeReport.Files(plan)}{ChangeReport.Summary(plan)}\n");
        return ExitCode.Fine;
    }

    private static Findings With(Findings findings, DiagnosticBag diagnostics) => findings with { Open = [.. findings.Open, .. diagnostics.ToSortedList()] };

    private static int Report(Session session, GenOptions options, Compilation compilation, OutputPlan plan, bool lockDiffers, DiagnosticBag diagnostics)
    {
        var outdated = !plan.IsBlocked && !plan.IsUpToDate;
        var check = session.Value(options.Check);
        if (!diagnostics.HasErrors && check && (outdated || lockDiffers))
            diagnostics.Report(Diagnose.OutputOutdated(plan.Folder, ChangeReport.CountOf(plan), lockDiffers));
        session.Print(With(compilation.Findings, diagnostics), toError: !check);
        // After a disk that took nothing, a list of changes would read as if they had been made.
        if (!session.IsMachineFormat && !diagnostics.Contains(Diagnose.OutputEditedRule) && !Outcome.CouldNotAccess(diagnostics))
        {
            if (session.Value(options.Diff))
                session.Console.Out.Write(SecretText.Hide(string.Concat(plan.Changes.Where(c => c.State != FileState.Unchanged).Select(c => UnifiedDiff.Between(OutputPath.Join(plan.Folder, c.Path), c.Before, c.After)))));
            else if (outdated && !session.Quiet)
                session.Console.Out.Write($"{ChangeReport.Files(plan)}{ChangeReport.Summary(plan)}\n");
        }
        if (diagnostics.HasErrors)
            return Outcome.CouldNotAccess(diagnostics) ? ExitCode.CouldNotRun : ExitCode.No;
        return ExitCode.Fine;
    }

    private static int PrintTree(Session session, OutputTree tree, string? only)
    {
        var glob = only is null ? null : new PathGlob(only);
        var any = false;
        foreach (var (path, bytes) in tree.Files.Where(f => glob?.Matches(f.Key) ?? true))
        {
            session.Console.Out.Write($"==> {path} <==\n{Encoding.UTF8.GetString(bytes)}");
            any = true;
        }
        if (any)
            return ExitCode.Fine;
        session.Console.Error.Write($"podplay: no file matches {only}\n");
        return ExitCode.No;
    }

    private static string FolderOf(Session session, GenOptions options, string specPath) =>
        session.Value(options.Output) ?? Path.Combine(Path.GetDirectoryName(specPath) ?? "", "output");
}
