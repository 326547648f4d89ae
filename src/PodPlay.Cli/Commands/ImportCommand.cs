using System.Collections.Immutable;
using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Import;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay import compose FILE</c>: a first spec from what people have, on standard output; what it could not carry on the other one.</summary>
internal static class ImportCommand
{
    public static Command Create(CliConsole console) => new("import", "a first spec from what you have")
    {
        From("compose", "from a docker compose file", ComposeImport.Read, console, takesProfiles: true),
        From("network", "zones from what podman network inspect prints", NetworkImport.Read, console, takesProfiles: false),
    };

    private delegate string? Reader(SourceText source, ImportOptions options, DiagnosticBag diagnostics);

    private static Command From(string name, string description, Reader read, CliConsole console, bool takesProfiles)
    {
        var file = new Argument<string>("FILE") { Description = "the file; - reads standard input" };
        var host = new Option<string>("--host") { Description = "the host's name", HelpName = "NAME", DefaultValueFactory = _ => ImportOptions.DefaultHost };
        host.Validators.Add(result => Expect(result.GetValueOrDefault<string>(), Rules.Label, result));
        var address = new Option<string>("--address") { Description = "the host's own address on the LAN; the LAN is the /24 around it", HelpName = "ADDRESS", DefaultValueFactory = _ => ImportOptions.DefaultAddress.ToString() };
        address.Validators.Add(result => Expect(result.GetValueOrDefault<string>(), Rules.Ipv4Address, result));
        var profiles = new Option<string[]>("--profile") { Description = "services of this profile, too", HelpName = "NAME", DefaultValueFactory = _ => [] };
        var options = new CommonOptions();
        var command = new Command(name, description) { file, host, address };
        if (takesProfiles)
            command.Options.Add(profiles);
        command.Options.Add(options.Color);
        command.SetAction(parsed =>
        {
            var asked = new ImportOptions(parsed.GetValue(host)!, Address.Parse(parsed.GetValue(address)!)!.Value, takesProfiles ? [.. parsed.GetValue(profiles)!] : []);
            return Run(parsed.GetValue(file)!, asked, read, console, parsed.GetValue(options.Color).IsOn(console.ErrorIsTerminal, console.Environment));
        });
        return command;
    }

    private static int Run(string file, ImportOptions options, Reader read, CliConsole console, bool color)
    {
        var found = new DiagnosticBag();
        var spec = TextOf(file, console, found) is { } source ? read(source, options, found) : null;
        var couldRead = found.ToSortedList().Any(d => d.Primary is not null) || spec is not null;
        if (spec is not null)
        {
            console.Out.Write(spec);
            if (ErrorsIn(spec) is { IsEmpty: false } errors)
                found.Report(Diagnose.ImportRefused(file, errors));
        }
        console.Error.Write(TextRenderer.Render(found.ToSortedList(), includeNotes: false, color));
        return !found.HasErrors ? ExitCode.Fine : couldRead ? ExitCode.No : ExitCode.CouldNotRun;
    }

    private static SourceText? TextOf(string file, CliConsole console, DiagnosticBag found)
    {
        try
        {
            if ((file == "-" ? SpecText.Read(console.In) : new DiskSpecFiles().Read(file)) is { } bytes)
                return SpecText.Decode(file == "-" ? "standard input" : file, bytes, found);
            found.Report(Diagnose.SpecMissing(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            found.Report(Diagnose.SpecUnreadable(file, null, fault.Message));
        }
        return null;
    }

    private static ImmutableArray<Diagnostic> ErrorsIn(string spec) =>
        [.. Compiler.Compile(SpecLocation.DefaultName, new OneFile(spec)).Findings.Open.Where(d => d.Severity == Severity.Error)];

    private static void Expect(string? text, ScalarRule rule, System.CommandLine.Parsing.OptionResult result)
    {
        if (text is not null && !rule.IsValid(text))
            result.AddError($"{result.Option.Name} takes {rule.Expected}, not {text}");
    }

    /// <summary>A spec that is nowhere but here.</summary>
    private sealed class OneFile(string spec) : ISpecFiles
    {
        public byte[]? Read(string path) => path == SpecLocation.DefaultName ? System.Text.Encoding.UTF8.GetBytes(spec) : null;

        public ImmutableArray<string> Match(string pattern) => [];
    }
}
