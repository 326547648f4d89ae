using System.Text;
using PodPlay.Cli;
using PodPlay.Testing;

namespace PodPlay.Samples;

/// <summary>One run of the command line in this process, with streams of its own.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <param name="folder">Working folder for the search for a spec; paths in arguments are the process's.</param>
    public static CliRun Of(string[] args, byte[]? input = null, string? folder = null, Func<string, string?>? environment = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var stdin = new MemoryStream(input ?? []);
        var console = new CliConsole(output, error, stdin)
        {
            WorkingDirectory = folder ?? Repository.Root,
            Environment = environment ?? (_ => null),
        };
        var code = PodPlayCommand.Run(args, console);
        return new(code, output.ToString(), error.ToString());
    }

    public static CliRun Of(params string[] args) => Of(args, null);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
