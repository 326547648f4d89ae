using System.Diagnostics;

namespace PodPlay.Testing.Tools;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal static class ProcessRunner
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <param name="command">Program and arguments; no shell in between.</param>
    /// <param name="input">Its standard input, empty when null: no tool may wait for a person.</param>
    /// <param name="environment">Variables to add to ours; a null value removes one.</param>
    /// <exception cref="TimeoutException">It did not end in time; it and its children are killed.</exception>
    public static ToolResult Run(
        IReadOnlyList<string> command,
        string? input = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null,
        TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"cannot start {command[0]}");
        // Both at once: a program that fills one pipe while we wait for the other never ends.
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        WriteInput(process, input);

        if (!process.WaitForExit(timeout ?? DefaultTimeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"no end after {timeout ?? DefaultTimeout}: {string.Join(' ', command)}");
        }

        return new ToolResult(command, process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static void WriteInput(Process process, string? input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of its input; its exit code tells the rest.
        }
    }
}
