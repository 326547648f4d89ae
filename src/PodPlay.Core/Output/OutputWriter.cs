using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Output;

/// <summary>
/// Carries out one plan: everything new is first written beside (a full disk shows here, while nothing has changed), then moved
/// into place file by file, the manifests last. Cut short anywhere, the next run can finish it: see <see cref="RunLock"/>.
/// </summary>
/// <param name="addresses">The address lock; null when the spec needs none. It goes before the tree: a tree whose addresses nobody
/// remembers would be renumbered by the next run.</param>
internal sealed class OutputWriter(OutputPlan plan, AddressFile? addresses, IFileOperations files, DiagnosticBag diagnostics)
{
    private readonly OutputChange[] _writes = [.. plan.Changes.Where(c => c.Writes)];
    private readonly OutputChange[] _removals = [.. plan.Changes.Where(c => c.State == FileState.Removed)];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private string _root = plan.Folder;
    private bool _changing;
    private string _at = plan.Folder;

    public bool Run()
    {
        if (plan.IsBlocked)
            return false;
        if (plan.IsUpToDate && !plan.HasLeftovers && addresses is null or { IsUpToDate: true })
            return true;
        try
        {
            _root = OutputPath.Absolute(plan.Folder);
            using var run = RunLock.Take(files, _root);
            if (run is null)
                return Fail(Diagnose.OutputBusy(plan.Folder, "another podplay is writing there"));
            if (FirstSurprise() is { } path)
            {
                Withdraw(run);
                return Fail(Diagnose.OutputBusy(path, "it changed while podplay was at work"));
            }
            Stage(run);
            _changing = true;
            Commit(run);
            run.Finish();
            return true;
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            return Fail(Diagnose.OutputUnwritable(_at, IoFault.Reason(e), _changing));
        }
    }

    // What the plan saw must still be there: another run, or the user, may have been quicker.
    private string? FirstSurprise() =>
        addresses is not null && !IsAsSeen(_at = addresses.Path, addresses.Before, addresses.After)
            ? addresses.Path
            : _writes.Concat(_removals).FirstOrDefault(c => !IsAsSeen(At(c.Path), c.Before, c.After)) is { } changed ? Shown(changed.Path) : null;

    private bool IsAsSeen(string path, byte[]? before, byte[]? after) => before is null
        ? files.Read(path) is not { } there || there.AsSpan().SequenceEqual(after)
        : files.Read(path) is { } same && same.AsSpan().SequenceEqual(before);

    private void Stage(RunLock run)
    {
        try
        {
            run.ClearStaged();
            // What goes is noted too: its folders are still to be cleared away when the manifest has forgotten it.
            var hashes = HashesInManifests();
            run.Note([
                .. _writes.Where(c => !c.IsManifest).Select(c => new ManifestEntry(hashes[c.Path], c.Path)),
                .. _removals.Select(c => new ManifestEntry(Sha256.Hex(c.Before), c.Path)),
            ]);
            for (var i = 0; i < _writes.Length; i++)
            {
                At(_writes[i].Path);
                files.CreateFile(run.Staged(i), _writes[i].After!);
            }
            if (addresses is not null && (plan.HasLeftovers || !addresses.IsUpToDate))
                SafeFile.Write(_at = addresses.Path, addresses.After, files);
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            Withdraw(run);
            throw;
        }
    }

    // Of what is wanted: it has been computed once.
    private Dictionary<string, string> HashesInManifests() => plan.Changes
        .Where(c => c.IsManifest && c.After is not null)
        .SelectMany(c => Manifest.Parse(c.Path, c.After).Entries)
        .ToDictionary(e => e.Path, e => e.Hash, StringComparer.Ordinal);

    private void Commit(RunLock run)
    {
        var above = _writes.SelectMany(c => OutputPath.Above(c.Path)).ToHashSet(StringComparer.Ordinal);
        bool InTheWay(OutputChange c) => above.Contains(c.Path) || plan.FoldersInTheWay.Any(f => OutputPath.IsBelow(c.Path, f));

        foreach (var change in _removals.Where(InTheWay))
            files.Delete(At(change.Path));
        foreach (var folder in plan.FoldersInTheWay)
            files.DeleteIfEmpty(At(folder));

        MoveStaged(run, c => !c.IsManifest);
        foreach (var change in _removals.Where(c => !c.IsManifest && !InTheWay(c)))
            files.Delete(At(change.Path));

        // From here on the folder is what the manifests will say.
        MoveStaged(run, c => c.IsManifest);
        foreach (var change in _removals.Where(c => c.IsManifest))
            files.Delete(At(change.Path));
        foreach (var folder in plan.FoldersToTry)
            files.DeleteIfEmpty(At(folder));
    }

    private void MoveStaged(RunLock run, Func<OutputChange, bool> which)
    {
        for (var i = 0; i < _writes.Length; i++)
        {
            if (!which(_writes[i]))
                continue;
            var target = At(_writes[i].Path);
            if (Path.GetDirectoryName(target) is { Length: > 0 } folder && _made.Add(folder))
                files.CreateFolder(folder);
            files.Move(run.Staged(i), target);
        }
    }

    // Nothing has changed yet, and nothing shall be left behind, unless it is from an earlier run.
    private void Withdraw(RunLock run)
    {
        try
        {
            if (plan.HasLeftovers)
                run.ClearStaged();
            else
                run.Finish();
            if (!plan.FolderExists)
                files.DeleteIfEmpty(plan.Folder);
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            // The first fault is the one to report.
        }
    }

    private bool Fail(Diagnostic finding)
    {
        diagnostics.Report(finding);
        return false;
    }

    // What is opened; a finding names it as the user would.
    private string At(string path)
    {
        _at = Shown(path);
        return OutputPath.Join(_root, path);
    }

    private string Shown(string path) => OutputPath.Join(plan.Folder, path);
}
