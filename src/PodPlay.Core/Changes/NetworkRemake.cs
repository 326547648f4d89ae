using System.Collections.Immutable;

namespace PodPlay.Changes;

/// <summary>A podman network that comes, goes, or cannot stay as it is.</summary>
/// <param name="Unit"><c>internal-network.service</c>: restarting it makes the network anew (its ExecStopPost= removes it).</param>
/// <param name="Name">Podman's name of it; of one that goes or is made anew, the name that it has had.</param>
/// <param name="User">The user whose network it is; null: root's.</param>
/// <param name="Reasons">What changed in it; empty for one that comes or goes.</param>
public sealed record NetworkRemake(string Unit, string Name, NetworkFate Fate, string? User, ImmutableArray<string> Reasons);
