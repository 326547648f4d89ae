using System.Collections.Immutable;

namespace PodPlay.Changes;

/// <summary>What has to happen on one host after its files are in place.</summary>
/// <param name="Units">What stops first, what only reloads last; then by name.</param>
/// <param name="Networks">By unit.</param>
/// <param name="Files">Every file that is new, changed or gone, below the host's root, ordinal.</param>
public sealed record HostChange(string Host, ImmutableArray<UnitChange> Units, ImmutableArray<NetworkRemake> Networks, ImmutableArray<string> Files)
{
    /// <summary>The host is in the earlier spec only.</summary>
    public bool IsGone { get; init; }

    /// <summary>A unit file differs: systemd has to read them again before anything else.</summary>
    public bool NeedsDaemonReload { get; init; }

    /// <summary>The block in /etc/hosts has to be brought in again.</summary>
    public bool NeedsHostsMerge { get; init; }

    /// <summary>Volumes that no unit uses any more; their data stays on the host.</summary>
    public ImmutableArray<string> VolumesLeft { get; init; } = [];

    /// <summary>Files of kernel settings and modules that are gone, as seen from the host's root: nothing is undone, the kernel goes on with what
    /// they set until it starts again.</summary>
    public ImmutableArray<string> SettingsLeft { get; init; } = [];

    /// <summary>The host's files differ at most in comments.</summary>
    public bool IsNothing => Units.IsEmpty && Networks.IsEmpty && SettingsLeft.IsEmpty && !NeedsHostsMerge && !NeedsDaemonReload;

    public IEnumerable<UnitChange> With(UnitAction action) => Units.Where(u => u.Action == action);
}
