using System.Text;
using PodPlay.Changes.Rendering;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary>The spec that <c>--against</c> names: of a revision, a folder or a file.</summary>
/// <param name="With">What it is, for people.</param>
/// <param name="Path">The spec's, as its files know it.</param>
internal sealed record EarlierSpec(ComparedWith With, string Path, ISpecFiles Files)
{
    /// <summary>A folder with a spec in it, or a file, comes before a revision of that name.</summary>
    public static EarlierSpec? Find(string against, string specPath, DiagnosticBag diagnostics)
    {
        var disk = new DiskSpecFiles();
        var name = System.IO.Path.GetFileName(specPath);
        if (IsFile(against))
            return new(new(against, null, true), against, disk);
        var inFolder = $"{against.TrimEnd('/')}/{name}";
        if (IsFile(inFolder))
            return new(new(against, null, true), inFolder, disk);
        return OfRevision(against, specPath, diagnostics);
    }

    private static EarlierSpec? OfRevision(string revision, string specPath, DiagnosticBag diagnostics)
    {
        var folder = System.IO.Path.GetDirectoryName(specPath) is { Length: > 0 } parent ? parent : ".";
        var isFolder = System.IO.Path.Exists(revision);
        var prefix = Git.Run(folder, null, "rev-parse", "--show-prefix");
        var commit = Git.Run(folder, null, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");
        if (!commit.IsYes && isFolder)
            diagnostics.Report(Diagnose.FolderWithoutSpec(revision, System.IO.Path.GetFileName(specPath)));
        else if (prefix.ExitCode is null)
            diagnostics.Report(Diagnose.GitMissing(revision));
        else if (!prefix.IsYes)
            diagnostics.Report(Diagnose.NoRepository(revision, folder, prefix.Error));
        else if (!commit.IsYes)
            diagnostics.Report(Diagnose.UnknownRevision(revision, Nearest(folder, revision)));
        if (diagnostics.HasErrors)
            return null;
        var number = commit.Text.Trim();
        var files = new GitSpecFiles(folder, number, prefix.Text.TrimEnd('\n'));
        return new(new(revision, number, files.Read(specPath) is not null), specPath, files);
    }

    private static string? Nearest(string folder, string revision) =>
        Git.Ask(folder, "for-each-ref", "--format=%(refname:short)") is { } names
            ? Suggestion.For(revision, Encoding.UTF8.GetString(names).Split('\n', StringSplitOptions.RemoveEmptyEntries)) : null;

    private static bool IsFile(string path) => System.IO.Path.Exists(path) && !System.IO.Path.EndsInDirectorySeparator(path) && !IsFolder(path);

    private static bool IsFolder(string path) => Directory.Exists(path);
}
