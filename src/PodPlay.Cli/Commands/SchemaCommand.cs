using System.CommandLine;
using PodPlay.Spec;

namespace PodPlay.Cli.Commands;

/// <summary><c>podplay schema</c>: the JSON Schema of the spec, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(CliConsole console)
    {
        var command = new Command("schema", "the JSON Schema of a spec, for editors");
        command.SetAction(_ =>
        {
            console.Out.Write(SchemaWriter.Write());
            return ExitCode.Fine;
        });
        return command;
    }
}
