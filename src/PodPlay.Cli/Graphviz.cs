using System.ComponentModel;
using System.Diagnostics;

namespace PodPlay.Cli;

/// <summary>Asks Graphviz to draw, where it is installed. It gets names of the spec on its standard input and nothing else.</summary>
internal static class Graphviz
{
    /// <param name="error">What it said; null when there is no Graphviz.</param>
    /// <returns>The picture; null when there is none.</returns>
    public static string? Svg(string dot, out string? error)
    {
        var start = new ProcessStartInfo("dot", "-Tsvg") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
#pragma warning disable RS0030 // beside git the one program that is ever started, and only when asked for
            using var process = Process.Start(start)!;
            // Both pipes at once, or one that is full stops the program.
            var output = process.StandardOutput.ReadToEndAsync();
            var complaint = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(dot);
            process.StandardInput.Close();
            process.WaitForExit();
            error = complaint.GetAwaiter().GetResult().TrimEnd();
            return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : null;
#pragma warning restore RS0030
        }
        catch (Win32Exception)
        {
            error = null;
            return null;
        }
    }
}
