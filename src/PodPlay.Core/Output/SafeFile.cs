using System.Text;
using PodPlay.Diagnostics;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>Writes one file of the user's own folder (<c>podplay.lock</c>, a spec after <c>check --fix</c>): whole or not at all.</summary>
public static class SafeFile
{
    private const string Suffix = ".podplay-new";

    /// <summary>
    /// Replaces the file at one stroke, keeping its mode and following a link; makes the folders above. An equal file is not touched.
    /// </summary>
    /// <exception cref="IOException">The file holds what it held before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file holds what it held before.</exception>
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), DiskFileOperations.Instance);

    /// <summary>The same, with a finding instead of an exception.</summary>
    /// <returns>Whether the file now holds the text.</returns>
    public static bool TryWrite(string path, string text, DiagnosticBag diagnostics)
    {
        try
        {
            Write(path, text);
            return true;
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            diagnostics.Report(Diagnose.OutputUnwritable(path, IoFault.Reason(e), halfWay: false));
            return false;
        }
    }

    /// <summary>
    /// Replaces files of the spec, each at one stroke. Where one of them is not what it was when podplay read it, none is: somebody saved it
    /// meanwhile, and their version stays.
    /// </summary>
    /// <returns>Whether all files hold their new bytes now.</returns>
    public static bool TryReplace(IReadOnlyList<(string Path, byte[] Before, byte[] After)> changes, DiagnosticBag diagnostics) =>
        TryReplace(changes, diagnostics, DiskFileOperations.Instance);

    internal static bool TryReplace(IReadOnlyList<(string Path, byte[] Before, byte[] After)> changes, DiagnosticBag diagnostics, IFileOperations files)
    {
        foreach (var (path, before, _) in changes)
        {
            if (!Try(path, () => Holds(files, TargetOf(path), before)))
                return false;
        }
        foreach (var (path, before, after) in changes)
        {
            if (!Try(path, () => Put(path, after, before, files)))
                return false;
        }
        return true;

        bool Try(string path, Func<bool> step)
        {
            try
            {
                if (!step())
                    diagnostics.Report(Diagnose.SpecChanged(path));
                else
                    return true;
            }
            catch (Exception e) when (IoFault.Is(e))
            {
                diagnostics.Report(Diagnose.SpecUnwritable(path, IoFault.Reason(e)));
            }
            return false;
        }
    }

    internal static void Write(string path, byte[] bytes, IFileOperations files) => Put(path, bytes, null, files);

    // Asking a file that is not there for its link throws, though a link to nowhere does not.
    private static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists || file.LinkTarget is not null ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;
    }

    private static bool Holds(IFileOperations files, string path, byte[] expected) => files.Read(path) is { } there && there.AsSpan().SequenceEqual(expected);

    /// <param name="expected">What the file must hold; null: anything, or nothing.</param>
    /// <returns>False: it holds something else, and was left alone.</returns>
    private static bool Put(string path, byte[] bytes, byte[]? expected, IFileOperations files)
    {
        var target = TargetOf(path);
        var beside = target + Suffix;
        var before = files.Read(target);
        if (Path.GetDirectoryName(target) is { Length: > 0 } folder)
            files.CreateFolder(folder);
        try
        {
            // From a run that was cut short.
            if (files.Read(beside) is not null)
                files.Delete(beside);
            if (before is not null && before.AsSpan().SequenceEqual(bytes))
                return true;
            files.CreateFile(beside, bytes);
            if (before is not null && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            if (expected is not null && !Holds(files, target, expected))
            {
                files.Delete(beside);
                return false;
            }
            files.Move(beside, target);
            return true;
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            TryDelete(files, beside);
            throw;
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
