using System.CommandLine;

namespace PodPlay.Cli;

/// <summary>The options of <c>check</c> alone.</summary>
internal sealed class CheckOptions
{
    public Option<bool> Fix { get; } = new("--fix") { Description = "make the fixes that take no decision, in the spec's files" };

    public Option<bool> Diff { get; } = new("--diff") { Description = "write nothing; print the fixes as a patch, and exit 1 when there are any" };

    public void AddTo(Command command)
    {
        command.Options.Add(Fix);
        command.Options.Add(Diff);
    }
}
