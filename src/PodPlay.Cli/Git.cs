using System.ComponentModel;
using System.Diagnostics;

namespace PodPlay.Cli;

/// <summary>The one place that asks git. Only ever reads: no option of the user's configuration that could run something, no lock taken.</summary>
internal static class Git
{
    /// <summary>What <c>git -C folder ...</c> prints; null when there is no git, no repository, or git says no.</summary>
    public static byte[]? Ask(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "--no-optional-locks", "-c", "core.fsmonitor=false", "-C", folder }.Concat(arguments))
            start.ArgumentList.Add(argument);
        try
        {
#pragma warning disable RS0030 // the one program that is ever started, and only to read
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return process.ExitCode == 0 ? output.ToArray() : null;
#pragma warning restore RS0030
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
