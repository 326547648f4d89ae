using System.Text;
using PodPlay.Diagnostics;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>Writes one file of the user's own folder (<c>podplay.lock</c>, a spec after <c>check --fix</c>): whole or not at all.</summary>
public static class TextFileWriter
{
    private const string Suffix = ".podplay-new";

    /// <summary>Replaces the file at one stroke, keeping its mode and following a link; an equal file is not touched.</summary>
    /// <returns>Whether the file now holds the text; if not, it holds what it held before, and the reason is reported.</returns>
    public static bool Write(string path, string text, DiagnosticBag diagnostics) =>
        Write(path, text, DiskFileOperations.Instance, diagnostics);

    internal static bool Write(string path, string text, IFileOperations files, DiagnosticBag diagnostics)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        try
        {
            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
            var before = files.Read(target);
            if (before is not null && before.AsSpan().SequenceEqual(bytes))
                return true;
            var beside = target + Suffix;
            try
            {
                // From a run that was cut short.
                files.Delete(beside);
                files.CreateFile(beside, bytes);
                if (before is not null && !OperatingSystem.IsWindows())
                    File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
                files.Move(beside, target);
            }
            catch (Exception e) when (IoFault.Is(e))
            {
                TryDelete(files, beside);
                throw;
            }
            return true;
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            diagnostics.Report(Diagnose.OutputUnwritable(path, IoFault.Reason(e), halfWay: false));
            return false;
        }
    }

    private static void TryDelete(IFileOperations files, string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            // The first fault is the one to report.
        }
    }
}
