using System.Collections.Immutable;
using PodPlay.Output;

namespace PodPlay.Diagnostics;

/// <summary>PP9xx: the output folder. They name a file of it; there is no place in the spec to point at.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule OutputEditedRule = DiagnosticRule.Error("PP901", "output-edited");
    public static readonly DiagnosticRule OutputForeignRule = DiagnosticRule.Error("PP902", "output-foreign");
    public static readonly DiagnosticRule OutputOutdatedRule = DiagnosticRule.Error("PP903", "output-outdated");
    public static readonly DiagnosticRule ManifestConflictRule = DiagnosticRule.Error("PP904", "manifest-conflict");
    public static readonly DiagnosticRule ManifestNewerRule = DiagnosticRule.Error("PP905", "manifest-newer");
    public static readonly DiagnosticRule OutputUnwritableRule = DiagnosticRule.Error("PP906", "output-unwritable");
    public static readonly DiagnosticRule OutputUnreadableRule = DiagnosticRule.Error("PP907", "output-unreadable");
    public static readonly DiagnosticRule OutputBlockedRule = DiagnosticRule.Error("PP908", "output-blocked");
    public static readonly DiagnosticRule OutputLinkRule = DiagnosticRule.Error("PP909", "output-link");
    public static readonly DiagnosticRule OutputBusyRule = DiagnosticRule.Error("PP910", "output-busy");

    private const string NothingWritten = "nothing at all was written";

    /// <param name="there">What the user made of it.</param>
    /// <param name="wanted">What podplay would write now; null when the spec no longer wants the file.</param>
    internal static Diagnostic OutputEdited(string path, byte[] there, byte[]? wanted) =>
        new(OutputEditedRule, $"{path} was edited after podplay wrote it")
        {
            Path = path,
            Why = [wanted is null ? $"the spec no longer wants this file, and the edit would go with it; {NothingWritten}" : $"gen would undo the edit; {NothingWritten}"],
            Fixes = [.. Homes(path, wanted), "podplay gen --force discards the edit"],
            Diff = wanted is null ? null : UnifiedDiff.Between(path, wanted, there),
        };

    internal static Diagnostic OutputForeign(string path, byte[] there, byte[] wanted) =>
        new(OutputForeignRule, $"{path} exists and is not podplay's")
        {
            Path = path,
            Why = [$"no manifest lists it, so somebody else wrote it; {NothingWritten}"],
            Fixes = ["move it out of the way", "podplay gen --force overwrites it"],
            Diff = UnifiedDiff.Between(path, there, wanted),
        };

    /// <summary>For <c>gen --check</c>.</summary>
    /// <param name="files">How many; manifests count only when nothing else differs.</param>
    /// <param name="withLock">The lock, which lies beside the spec, differs too.</param>
    internal static Diagnostic OutputOutdated(string folder, int files, bool withLock) =>
        new(OutputOutdatedRule, $"{Outdated(folder, files, withLock)} {(files + (withLock ? 1 : 0) == 1 ? "is" : "are")} not what the spec says")
        {
            Path = folder,
            Why = ["who installs these files gets another network than the one whose spec was reviewed"],
            Fixes = ["run podplay gen and commit"],
        };

    private static string Outdated(string folder, int files, bool withLock)
    {
        var those = $"{files} {(files == 1 ? "file" : "files")} in {folder.TrimEnd('/')}/";
        return !withLock ? those : files == 0 ? Compiler.LockName : $"{those} and {Compiler.LockName}";
    }

    internal static Diagnostic ManifestConflict(string path, int line) =>
        new(ManifestConflictRule, $"{path} is damaged at line {line}, or a merge left its markers there")
        {
            Path = path,
            Why = [$"without it podplay cannot tell its own files from others; {NothingWritten}"],
            Fixes = ["take either side of the merge for the whole folder, then run podplay gen", "podplay gen --force takes the spec's side everywhere"],
        };

    internal static Diagnostic ManifestNewer(string path, int format) =>
        new(ManifestNewerRule, $"{path} is a manifest of format {format}, this podplay reads 1")
        {
            Path = path,
            Why = [$"a newer podplay wrote this folder, and this one would undo its work; {NothingWritten}"],
            Fixes = ["upgrade podplay"],
        };

    internal static Diagnostic OutputUnwritable(string path, string reason, bool halfWay) =>
        new(OutputUnwritableRule, $"cannot write {path}: {reason}")
        {
            Path = path,
            Why = [halfWay ? "some files are new already, and the manifests are not: the folder is between two states" : NothingWritten],
            Fixes = [halfWay ? "run podplay gen again when that is settled: it finishes the work" : "run podplay gen again when that is settled"],
        };

    internal static Diagnostic OutputUnreadable(string path, string reason) =>
        new(OutputUnreadableRule, $"cannot read {path}: {reason}")
        {
            Path = path,
            Why = [$"what is there cannot be compared with what the spec says; {NothingWritten}"],
            Fixes = ["make it readable for you", "or choose another folder with --output"],
        };

    internal static Diagnostic OutputBlocked(string path, string what) =>
        new(OutputBlockedRule, $"{path} is in the way: {what}")
        {
            Path = path,
            Why = [NothingWritten],
            Fixes = ["move it out of the way", "or choose another folder with --output"],
        };

    internal static Diagnostic OutputLink(string path) =>
        new(OutputLinkRule, $"{path} is a symbolic link where podplay writes")
        {
            Path = path,
            Why = [$"writing through it would change a file outside the output folder; {NothingWritten}"],
            Fixes = ["remove the link", "or make the output folder itself the link"],
        };

    internal static Diagnostic OutputBusy(string path, string what) =>
        new(OutputBusyRule, $"{path} is in use: {what}")
        {
            Path = path,
            Why = [NothingWritten],
            Fixes = ["run podplay gen again"],
        };

    // The file's own header says where hand-written additions belong.
    private static ImmutableArray<string> Homes(string path, byte[]? wanted)
    {
        const string Sign = "Extend it: ";
        var head = wanted is null ? "" : System.Text.Encoding.UTF8.GetString(wanted.AsSpan(0, Math.Min(wanted.Length, 512)));
        var at = head.IndexOf(Sign, StringComparison.Ordinal);
        var spec = "say it in the spec";
        return at < 0 ? [spec] : [spec, $"or put it where podplay never writes: {head[(at + Sign.Length)..].Split('\n')[0].Trim()} (for {path.Split('/')[^1]})"];
    }
}
