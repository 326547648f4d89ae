using System.CommandLine;

namespace PodPlay.Cli;

/// <summary>Options that every command about a spec takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> File { get; } = new("--file", "-f") { Description = "the spec; - reads standard input (default: podplay.yaml here or above)", HelpName = "FILE" };

    public Option<string> StdinName { get; } = new("--stdin-filename") { Description = "what standard input is called in messages", HelpName = "FILE", DefaultValueFactory = _ => "podplay.yaml" };

    public Option<OutputFormat> Format { get; } = new("--format") { Description = "text, short, json, github or sarif", HelpName = "FORMAT" };

    public Option<ColorChoice> Color { get; } = new("--color") { Description = "auto, always or never", HelpName = "WHEN" };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "findings and the exit code only" };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "notes too" };

    public Option<string?> Deny { get; } = new("--deny") { Description = "warnings: count them as errors", HelpName = "KIND" };

    public Option<DateOnly?> Today { get; } = new("--today") { Description = "the day against which until: is judged (default: that of the commit checked out)", HelpName = "YYYY-MM-DD", CustomParser = GivenDate.Parse };

    public CommonOptions() => Deny.AcceptOnlyFromAmong("warnings");

    public void AddTo(Command command)
    {
        command.Options.Add(Format);
        AddWithoutFormatTo(command);
    }

    /// <summary>For a command whose answer has formats of its own.</summary>
    public void AddWithoutFormatTo(Command command)
    {
        foreach (var option in new Option[] { File, StdinName, Color, Quiet, Verbose, Deny, Today })
            command.Options.Add(option);
    }
}
