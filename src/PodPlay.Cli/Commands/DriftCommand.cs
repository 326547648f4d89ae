using System.Collections.Immutable;
using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Drift;
using PodPlay.Drift.Rendering;
using PodPlay.Drift.Reports;
using PodPlay.Output;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay drift --from main.report</c>: what a host has otherwise than its spec, from what it says of itself.</summary>
internal static class DriftCommand
{
    private const string StandardInput = "-";

    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var drift = new DriftOptions();
        var templates = new TemplatesOption();
        var command = new Command("drift", "what hosts have otherwise than the spec, from reports of output/HOST.collect.sh");
        drift.AddTo(command);
        templates.AddTo(command);
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = parsed.GetValue(drift.Format) == DriftFormat.Json ? OutputFormat.Json : OutputFormat.Text }, drift, templates));
        return command;
    }

    private static int Run(Session session, DriftOptions options, TemplatesOption own)
    {
        if (session.Compile() is not (var path, var compilation))
            return ExitCode.CouldNotRun;
        if (compilation.Findings.HasErrors || compilation.Network is not { } network)
        {
            session.Print(compilation.Findings, toError: true);
            return Outcome.Of(compilation);
        }
        if (own.Read(session) is not { } templates)
            return ExitCode.CouldNotRun;
        var diagnostics = new DiagnosticBag();
        var folder = session.Value(options.Output) ?? Path.Combine(Path.GetDirectoryName(path) ?? "", "output");
        var tree = compilation.Render(file => OutputFolder.ReadText(folder, file), diagnostics, templates);
        var read = Read(session, options, diagnostics);
        var reports = diagnostics.HasErrors ? [] : ReportChoice.Of(read, network, session.Value(options.Host), diagnostics);
        if (diagnostics.HasErrors)
        {
            session.Print(diagnostics, toError: true);
            return ExitCode.CouldNotRun;
        }
        var known = session.Value(options.Known)!.Select(g => new PathGlob(g)).ToList();
        var document = new DriftDocument(
            [.. reports.Select(r => HostDrift.Of(r, network, tree.Files).Without(subject => known.Exists(g => g.Matches(subject))))],
            [.. network.Hosts.Select(h => h.Name).Except(reports.Select(r => r.Host)).Where(_ => session.Value(options.Host) is null)],
            compilation.Places);
        session.Console.Out.Write(session.Format == OutputFormat.Json ? DriftJsonRenderer.Render(document) : DriftTextRenderer.Render(document, session.UsesColor(toError: false)));
        return document.IsClean ? ExitCode.Fine : ExitCode.No;
    }

    private static ImmutableArray<(string Path, HostReport Report)> Read(Session session, DriftOptions options, DiagnosticBag diagnostics)
    {
        var all = ImmutableArray.CreateBuilder<(string, HostReport)>();
        foreach (var path in session.Value(options.From)!.Distinct())
        {
            var name = path == StandardInput ? "standard input" : path;
            if ((path == StandardInput ? ReportFile.Read(session.Console.In) : ReportFile.Read(path, diagnostics)) is { } bytes)
                all.AddRange(ReportReader.Read(name, bytes, diagnostics).Select(r => (name, r)));
        }
        return all.ToImmutable();
    }
}
