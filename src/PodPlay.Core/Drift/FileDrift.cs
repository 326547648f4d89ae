using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>Files: those of the spec, those of the host's manifest that the spec has no longer, and those that nobody wrote down.</summary>
internal static class FileDrift
{
    // What apply.sh and the role give every file.
    private const string Mode = "644";
    private const string Owner = "0:0";

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states)
    {
        var wanted = target.Hashes.Keys.Select(p => Wanted(p, states[p], target, report)).OfType<Deviation>();
        var gone = report.AppliedPaths.Where(p => !target.Hashes.ContainsKey(p)).Select(p => NoLongerWanted(p, target, report)).OfType<Deviation>();
        var deviations = wanted.Concat(gone).OrderBy(d => d.Subject, StringComparer.Ordinal).ToList();
        // A manifest that lags behind says no more than the files do.
        if (deviations.Count == 0 && !target.Hashes.All(f => report.Applied(f.Key) == f.Value))
            deviations.Add(Of(DriftKind.Changed, DriftTarget.ManifestPath, "does not say what is installed, though all files are as the spec says", target, target.Apply()));
        return deviations.Concat(report.Found
            .Where(p => p != DriftTarget.ManifestPath && !target.Hashes.ContainsKey(p) && report.Applied(p) is null)
            .Select(p => Of(DriftKind.Extra, p, Extra(p), target, "remove it, or say in the spec what it says")));
    }

    private static Deviation? Wanted(string path, FileState state, DriftTarget target, HostReport report)
    {
        var (file, applied) = (report.File(path), report.Applied(path));
        if (state == FileState.AsSpec)
            return (file.Mode, file.Owner) == (Mode, Owner) ? null : Of(DriftKind.Changed, path, $"has mode {file.Mode} and owner {file.Owner}, not {Mode} and {Owner}", target, target.Apply());
        if (state == FileState.NotApplied)
            return Of(DriftKind.NotApplied, path, NotApplied(file), target, target.Apply());
        var what = file.Kind switch
        {
            "missing" => "was removed",
            "file" when applied is null => "exists, and podplay did not write it",
            "file" => $"was edited{(applied == target.Hashes[path] ? "" : ", and the spec is newer, too")}",
            _ => "is no plain file any more",
        };
        return Of(DriftKind.Changed, path, what, target, file.Kind == "missing" ? target.Apply() : $"say it in the spec, or discard it: {target.Apply(" --force")}");
    }

    private static string NotApplied(ReportedFile file) => file.Kind switch
    {
        "missing" => "is not there yet",
        "unseen" => "is there, and the script that collected is of an earlier spec and did not look into it: take the new one",
        _ => "is what was applied last, and the spec is newer",
    };

    private static Deviation? NoLongerWanted(string path, DriftTarget target, HostReport report) => report.File(path) switch
    {
        { Kind: "missing" } => null,
        { Kind: "file", Hash: var hash } when hash == report.Applied(path) => Of(DriftKind.NotApplied, path, "is still there, and the spec has it no longer", target, target.Apply()),
        _ => Of(DriftKind.Changed, path, "was edited, and the spec has it no longer", target, target.Apply(" --force")),
    };

    // A drop-in is podplay's own way of extending a unit: it is an extra all the same, since what it says is in no review.
    private static string Extra(string path) =>
        path.Split('/') is [.., var folder, _] && folder.EndsWith(".d", StringComparison.Ordinal) && path.Contains("/systemd/", StringComparison.Ordinal) ? $"is a drop-in: it overrides {folder[..^2]}"
        : path.Contains("etc/containers/systemd/", StringComparison.Ordinal) ? "is a unit that no spec knows, and podman runs it all the same"
        : "is named by no manifest";

    private static Deviation Of(DriftKind kind, string path, string what, DriftTarget target, string cure) =>
        new(kind, $"file /{path}", what, target.PathOf(path), cure);
}
