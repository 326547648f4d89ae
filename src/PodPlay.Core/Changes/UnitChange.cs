using System.Collections.Immutable;

namespace PodPlay.Changes;

/// <summary>A unit of a host and what has to be done to it.</summary>
/// <param name="Name">As systemctl takes it: <c>mail.service</c>.</param>
/// <param name="User">The user whose manager runs it; null: the system's.</param>
/// <param name="Reasons">Spec paths with the keys that changed, or sentences; ordinal.</param>
public sealed record UnitChange(string Name, UnitAction Action, string? User, ImmutableArray<string> Reasons);
