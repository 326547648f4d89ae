using System.CommandLine;

namespace PodPlay.Cli;

/// <summary>The options of <c>drift</c> alone.</summary>
internal sealed class DriftOptions
{
    public Option<string[]> From { get; } = new("--from") { Description = "what output/HOST.collect.sh printed on a host, one report or several; - reads standard input; may be given more than once", HelpName = "FILE", Required = true };

    public Option<string?> Host { get; } = new("--host") { Description = "compare this host only", HelpName = "NAME" };

    public Option<string[]> Known { get; } = new("--known") { Description = "what deviates and may stay, e.g. 'table inet crowdsec' or 'file /etc/containers/systemd/mail.container.d/*'; may be given more than once", HelpName = "GLOB" };

    public Option<string?> Output { get; } = new("--output", "-o") { Description = "where the last gen wrote (default: output/ beside the spec): serials of zones go on from there", HelpName = "DIR" };

    public Option<DriftFormat> Format { get; } = new("--format") { Description = "text or json", HelpName = "FORMAT" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { From, Host, Known, Output, Format })
            command.Options.Add(option);
    }
}
