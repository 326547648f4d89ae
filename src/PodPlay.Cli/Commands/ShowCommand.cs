using System.CommandLine;
using PodPlay.Projections;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay show ports</c>: what the spec means, as a table for people or scripts.</summary>
internal static class ShowCommand
{
    public static Command Create(CliConsole console)
    {
        var options = new CommonOptions();
        var what = new Argument<string>("WHAT") { Description = "ports, addresses, flows, router, or spec: the spec with everything filled in" };
        what.AcceptOnlyFromAmong("ports", "addresses", "flows", "router", "spec");
        var format = new Option<TableFormat>("--format") { Description = "table, tsv or json; of spec, table is YAML", HelpName = "FORMAT" };
        var command = new Command("show", "what the spec means: ports, addresses, flows, router's clicks, or the whole of it") { what, format };
        options.AddWithoutFormatTo(command);
        command.SetAction(parsed => Run(new Session(parsed, options, console) { Format = parsed.GetValue(format).Findings }, parsed.GetValue(what)!, parsed.GetValue(format)));
        return command;
    }

    private static int Run(Session session, string what, TableFormat format)
    {
        if (session.CompileWithoutErrors(out var exitCode) is not { } compilation)
            return exitCode;
        session.Console.Out.Write(what == "spec" ? Spec(compilation, format) : format.Print(TableOf(compilation, what)));
        return ExitCode.Fine;
    }

    private static Projection TableOf(Compilation compilation, string what) => what switch
    {
        "ports" => PortsProjection.Of(compilation.Network!),
        "addresses" => AddressesProjection.Of(compilation.Network!),
        "flows" => FlowsProjection.Of(compilation.Network!),
        _ => RouterProjection.Of(compilation.Network!),
    };

    private static string Spec(Compilation compilation, TableFormat format) => format switch
    {
        TableFormat.Json => SpecProjection.Json(compilation),
        TableFormat.Tsv => format.Print(SpecProjection.Paths(compilation)),
        _ => SpecProjection.Yaml(compilation),
    };
}
