using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PodPlay.Cli;

/// <summary>What git answered.</summary>
/// <param name="ExitCode">Null: there is no git.</param>
/// <param name="Error">The first line of what it complained about; empty when it did not.</param>
internal sealed record GitAnswer(int? ExitCode, byte[] Output, string Error)
{
    public bool IsYes => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Output);
}

/// <summary>The one place that asks git. Only ever reads: no option of the user's configuration that could run something, no lock
/// taken, nothing fetched.</summary>
internal static class Git
{
    /// <summary>What <c>git -C folder ...</c> prints; null when there is no git, no repository, or git says no.</summary>
    public static byte[]? Ask(string folder, params string[] arguments) => Run(folder, null, arguments) is { IsYes: true, Output: var output } ? output : null;

    /// <param name="input">Its standard input, at most a few lines; null: empty.</param>
    public static GitAnswer Run(string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "--no-optional-locks", "-c", "core.fsmonitor=false", "-C", folder }.Concat(arguments))
            start.ArgumentList.Add(argument);
        // A partial clone would fetch what it lacks; podplay opens no socket, and lets nobody open one for it.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
#pragma warning disable RS0030 // beside Graphviz the one program that is ever started, and only to read
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return new(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult().Split('\n')[0]);
#pragma warning restore RS0030
        }
        catch (Win32Exception)
        {
            return new(null, [], "");
        }
    }
}
