using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Fixing;
using PodPlay.Model;

namespace PodPlay.Cli;

/// <summary>One run of a command: what was asked, and where answers go.</summary>
internal sealed class Session(ParseResult parsed, CommonOptions options, CliConsole console)
{
    public CliConsole Console => console;

    /// <summary>Of findings.</summary>
    public OutputFormat Format { get; init; } = parsed.GetValue(options.Format);

    public bool Quiet => parsed.GetValue(options.Quiet);

    public bool Verbose => parsed.GetValue(options.Verbose);

    /// <summary>Machine formats own standard output.</summary>
    public bool IsMachineFormat => Format is OutputFormat.Json or OutputFormat.Github or OutputFormat.Sarif;

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public bool ReadsStandardInput => parsed.GetValue(options.File) == "-";

    /// <summary>Finds the spec and compiles it; null after the reason why not was printed.</summary>
    public (string Path, Compilation Compilation)? Compile() =>
        Location() is { } location ? (location.Path, Judge(Compiler.Compile(location.Path, location.Files, Today(location)))) : null;

    /// <summary>Finds the spec and makes the fixes that take no decision, on no disk; null after the reason why not was printed.</summary>
    public FixedSpec? Fix() => Location() is { } location ? SpecFixer.Fix(location.Path, location.Files, Today(location)) : null;

    /// <summary>With <c>--deny</c> applied.</summary>
    public Compilation Judge(Compilation compilation) =>
        parsed.GetValue(options.Deny) is null ? compilation : compilation with { Findings = compilation.Findings.DenyWarnings() };

    /// <summary>Says why the options do not go together.</summary>
    public int Refuse(string reason)
    {
        console.Error.Write($"podplay: {reason}\n");
        return ExitCode.CouldNotRun;
    }

    /// <summary>The spec, when nothing is wrong with it; null after its errors were printed, and <paramref name="exitCode"/> is the answer then.</summary>
    public Compilation? CompileWithoutErrors(out int exitCode)
    {
        exitCode = ExitCode.CouldNotRun;
        if (Compile() is not (_, var compilation))
            return null;
        if (!compilation.Findings.HasErrors)
            return compilation;
        Print(compilation.Findings, toError: true);
        exitCode = Outcome.Of(compilation);
        return null;
    }

    private SpecLocation? Location() => SpecLocation.Find(parsed.GetValue(options.File), parsed.GetValue(options.StdinName)!, console);

    private Func<ReferenceDate?> Today(SpecLocation location) => () => GivenDate.Of(parsed.GetValue(options.Today), location.Path);

    /// <summary>Findings as asked; <paramref name="toError"/> keeps standard output for what the command is about.</summary>
    public void Print(Findings findings, bool toError)
    {
        var target = toError && !IsMachineFormat ? console.Error : console.Out;
        target.Write(Format switch
        {
            OutputFormat.Short => ShortRenderer.Render(findings.Open, Verbose),
            OutputFormat.Json => JsonRenderer.Render(findings.Open),
            OutputFormat.Github => GithubRenderer.Render(findings.Open),
            OutputFormat.Sarif => SarifRenderer.Render(findings.Open),
            _ => TextRenderer.Render(findings.Open, Verbose, UsesColor(toError)),
        });
    }

    public bool UsesColor(bool toError) =>
        parsed.GetValue(options.Color).IsOn(toError ? console.ErrorIsTerminal : console.OutIsTerminal, console.Environment);

    /// <summary>A remark beside the findings, for people only.</summary>
    public void Say(string text)
    {
        if (!IsMachineFormat && !Quiet)
            console.Error.Write(text);
    }

    public void Print(DiagnosticBag bag, bool toError) => Print(new Findings(bag.ToSortedList(), []), toError);
}
