using System.Collections.Immutable;
using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>How each file of the spec stands on its host. What follows from a file that deviates is no deviation of its own.</summary>
internal sealed class FileStates
{
    private readonly ImmutableDictionary<string, FileState> _states;

    private FileStates(ImmutableDictionary<string, FileState> states) => _states = states;

    public static FileStates Of(DriftTarget target, HostReport report) => new(target.Hashes.ToImmutableDictionary(f => f.Key, f => Of(f.Value, report.File(f.Key), report.Applied(f.Key))));

    public FileState this[string path] => _states.GetValueOrDefault(path, FileState.NotApplied);

    public bool IsAsSpec(string path) => this[path] == FileState.AsSpec;

    /// <param name="applied">The hash that the host's manifest has.</param>
    private static FileState Of(string wanted, ReportedFile file, string? applied) => file switch
    {
        { Kind: "file", Hash: var hash } when hash == wanted => FileState.AsSpec,
        { Kind: "file", Hash: var hash } when hash == applied => FileState.NotApplied,
        { Kind: "missing" or "unseen" } when applied is null => FileState.NotApplied,
        _ => FileState.Changed,
    };
}
