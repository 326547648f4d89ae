using System.Text;

namespace PodPlay.Cli;

/// <summary>The process's streams and environment, so that tests can run commands in process.</summary>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, Stream In)
{
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public Func<string, string?> Environment { get; init; } = _ => null;

    public string WorkingDirectory { get; init; } = ".";

    /// <summary>The real ones. Lines end with LF; what is written is UTF-8 without a byte order mark.</summary>
    public static CliConsole OfProcess()
    {
        var utf8 = new UTF8Encoding(false);
#pragma warning disable RS0030 // the one place that opens the console
        return new(Writer(Console.OpenStandardOutput), Writer(Console.OpenStandardError), Console.OpenStandardInput())
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Environment = System.Environment.GetEnvironmentVariable,
        };
#pragma warning restore RS0030

        StreamWriter Writer(Func<Stream> open) => new(StandardStream.Open(open), utf8) { NewLine = "\n", AutoFlush = false };
    }
}
