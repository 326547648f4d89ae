using System.CommandLine;

namespace PodPlay.Cli;

/// <summary>The options of <c>gen</c> alone.</summary>
internal sealed class GenOptions
{
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "output folder (default: output/ beside the spec)", HelpName = "DIR" };

    public Option<bool> Check { get; } = new("--check") { Description = "write nothing; exit 1 when something differs" };

    public Option<bool> Diff { get; } = new("--diff") { Description = "write nothing; print the change as a patch" };

    public Option<bool> DryRun { get; } = new("--dry-run", "-n") { Description = "write nothing; say what would change" };

    public Option<bool> Stdout { get; } = new("--stdout") { Description = "print the files instead of writing them" };

    public Option<string?> Only { get; } = new("--only") { Description = "with --stdout: files that match, e.g. 'main/etc/nftables.d/*'", HelpName = "GLOB" };

    public Option<bool> Force { get; } = new("--force") { Description = "overwrite files that were edited by hand or are not podplay's" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Output, Check, Diff, DryRun, Stdout, Only, Force })
            command.Options.Add(option);
    }
}
