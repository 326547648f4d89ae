namespace PodPlay.Drift.Reports;

/// <summary>A unit in systemd's words.</summary>
/// <param name="File">Which it was read from; empty: none.</param>
internal sealed record ReportedUnit(string Name, string Load, string Active, string FileState, bool NeedsReload, string File, IReadOnlyList<string> DropIns)
{
    /// <summary>Files that somebody put in front of a unit or over parts of it. What a distribution brings below /usr is for all units.</summary>
    /// <param name="path">Of the file that the unit comes from, without the first slash.</param>
    public IEnumerable<string> InFront(string path)
    {
        var isOwn = File.Length == 0 || File == $"/{path}" || IsGenerated(File);
        return (isOwn || Load == "masked" ? [] : new[] { File }).Concat(DropIns.Where(d => !d.StartsWith("/usr/", StringComparison.Ordinal) && !IsGenerated(d)));
    }

    private static bool IsGenerated(string path) => path.StartsWith("/run/", StringComparison.Ordinal) && path.Contains("/systemd/generator", StringComparison.Ordinal);
}
