using PodPlay.Diagnostics;

namespace PodPlay.Output;

/// <summary>One comparison of a tree with a folder: says for each path what state it is in, and reports what stands in the way.</summary>
internal sealed class OutputComparison
{
    private readonly OutputTree _wanted;
    private readonly string _folder;
    private readonly OutputScan _scan;
    private readonly bool _force;
    private readonly DiagnosticBag _diagnostics;
    private readonly OldManifests _old;
    private readonly SortedDictionary<string, OutputChange> _changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inTheWay = new(StringComparer.Ordinal);
    private readonly List<string> _foldersToGo = [];
    private readonly HashSet<string> _withoutManifest = new(StringComparer.Ordinal);
    private bool _blocked;

    public OutputComparison(OutputTree wanted, string folder, OutputScan scan, bool force, DiagnosticBag diagnostics)
    {
        (_wanted, _folder, _scan, _force, _diagnostics) = (wanted, folder, scan, force, diagnostics);
        _old = OldManifests.In(scan);
    }

    public OutputPlan Plan()
    {
        ReportManifests();
        // Nothing is interpreted that a newer podplay wrote.
        if (!_old.All.Any(m => m.Manifest.NewerFormat is not null))
        {
            foreach (var path in _old.Paths.Where(p => !_wanted.Files.ContainsKey(p)))
                CompareUnwanted(path);
            foreach (var (path, bytes) in _wanted.Files)
                CompareWanted(path, bytes);
        }
        return new OutputPlan
        {
            Folder = _folder,
            Changes = [.. _changes.Values],
            LeftAlone = [.. _scan.Entries.Where(e => e.Value.Kind != EntryKind.Folder && !_changes.ContainsKey(e.Key)).Select(e => e.Key).Order(StringComparer.Ordinal)],
            IsBlocked = _blocked,
            HasLeftovers = _scan.Journal is not null,
            FolderExists = _scan.FolderExists,
            FoldersToTry =
            [
                .. _old.Paths.Where(p => !_wanted.Files.ContainsKey(p))
                    .SelectMany(OutputPath.Above)
                    .Where(f => _scan.Entries.TryGetValue(f, out var e) && e.Kind == EntryKind.Folder)
                    .Distinct(StringComparer.Ordinal)
                    .OrderByDescending(f => f.Length)
                    .ThenBy(f => f, StringComparer.Ordinal),
            ],
            FoldersInTheWay = [.. _foldersToGo.OrderByDescending(f => f.Length).ThenBy(f => f, StringComparer.Ordinal)],
        };
    }

    private void ReportManifests()
    {
        foreach (var (path, manifest) in _old.All)
        {
            if (manifest.NewerFormat is { } format)
                Report(Diagnose.ManifestNewer(Shown(path), format));
            else if (manifest.FaultyLine is { } line && !_force)
                Report(Diagnose.ManifestConflict(Shown(path), line));
        }
        foreach (var path in _wanted.Files.Keys.Where(p => Manifest.IsManifest(p) && !HasItsSpelling(p)))
            _withoutManifest.Add(Manifest.TopOf(path) ?? "");
    }

    // Written by podplay at some time, and not wanted any longer.
    private void CompareUnwanted(string path)
    {
        if (!_scan.Entries.TryGetValue(path, out var entry) || entry.Kind == EntryKind.Folder)
            return;
        if (entry.Kind == EntryKind.Link)
        {
            ReportLink(path);
            return;
        }
        var there = _scan.Read(path)!;
        if (Manifest.IsManifest(path) || _old.Wrote(path, there))
            Set(path, FileState.Removed, there, null);
        else if (_old.Lists(path))
            Set(path, Overridable(path, FileState.Removed, FileState.EditedByHand, () => Diagnose.OutputEdited(Shown(path), there, null)), there, null);
    }

    private void CompareWanted(string path, byte[] wanted)
    {
        if (!IsWayFree(path))
        {
            Set(path, FileState.Foreign, null, wanted);
            return;
        }
        if (!_scan.Entries.ContainsKey(path) || _foldersToGo.Contains(path))
        {
            Set(path, FileState.New, null, wanted);
            return;
        }
        var there = _scan.Read(path)!;
        if (there.AsSpan().SequenceEqual(wanted))
            Set(path, FileState.Unchanged, wanted, wanted);
        else if (Manifest.IsManifest(path) || _old.Wrote(path, there))
            Set(path, FileState.Changed, there, wanted);
        else if (_old.Lists(path))
            Set(path, Overridable(path, FileState.Changed, FileState.EditedByHand, () => Diagnose.OutputEdited(Shown(path), there, wanted)), there, wanted);
        else
            Set(path, Overridable(path, FileState.Changed, FileState.Foreign, () => Diagnose.OutputForeign(Shown(path), there, wanted)), there, wanted);
    }

    // Every folder above can be made, and nothing but a file (or a folder that empties itself) stands at the path.
    private bool IsWayFree(string path)
    {
        foreach (var folder in OutputPath.Above(path))
        {
            if (!_scan.Entries.TryGetValue(folder, out var entry))
                return HasItsSpelling(path);
            if (entry.Kind == EntryKind.Link)
                return ReportLink(folder);
            if (entry.Kind == EntryKind.File && !IsRemoved(folder))
                return ReportOnce(folder, Diagnose.OutputBlocked(Shown(folder), "a file stands where a folder is wanted"));
        }
        return _scan.Entries.TryGetValue(path, out var there) ? there.Kind switch
        {
            EntryKind.Link => ReportLink(path),
            EntryKind.Folder => Empties(path) || ReportOnce(path, Diagnose.OutputBlocked(Shown(path), "a folder stands where a file is wanted")),
            _ => true,
        }
        : HasItsSpelling(path);
    }

    // Moving a file to MANIFEST where `manifest` stands would replace that: on a Mac, on Windows' disks, on a memory stick.
    private bool HasItsSpelling(string path) =>
        OutputPath.Above(path).Append(path).FirstOrDefault(p => !_scan.Entries.ContainsKey(p)) is not { } missing
        || _scan.OtherSpelling(missing) is not { } other
        || ReportOnce(other, Diagnose.OutputBlocked(Shown(other), $"this file system takes it for {Shown(missing)}"));

    private bool Empties(string folder)
    {
        var below = _scan.Entries.Where(e => OutputPath.IsBelow(e.Key, folder)).ToArray();
        if (!below.All(e => e.Value.Kind == EntryKind.Folder || IsRemoved(e.Key)))
            return false;
        _foldersToGo.Add(folder);
        _foldersToGo.AddRange(below.Where(e => e.Value.Kind == EntryKind.Folder).Select(e => e.Key));
        return true;
    }

    private bool IsRemoved(string path) => _changes.TryGetValue(path, out var change) && change.State == FileState.Removed;

    private void Set(string path, FileState state, byte[]? before, byte[]? after) => _changes[path] = new(path, state, before, after);

    private FileState Overridable(string path, FileState forced, FileState otherwise, Func<Diagnostic> finding)
    {
        if (_force)
            return forced;
        // Whose file it is cannot be said when the manifest is damaged, or has another name; that has been reported.
        if (!_old.IsDamagedFor(path) && !_withoutManifest.Contains(Manifest.TopOf(path) ?? ""))
            Report(finding());
        _blocked = true;
        return otherwise;
    }

    private bool ReportLink(string path) => ReportOnce(path, Diagnose.OutputLink(Shown(path)));

    private bool ReportOnce(string path, Diagnostic finding)
    {
        if (_inTheWay.Add(path))
            Report(finding);
        return false;
    }

    private void Report(Diagnostic finding)
    {
        _diagnostics.Report(finding);
        _blocked = true;
    }

    private string Shown(string path) => OutputPath.Join(_folder, path);
}
