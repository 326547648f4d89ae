using System.Collections.Immutable;

namespace PodPlay.Connectivity.Answers;

/// <summary>Why the answer is no.</summary>
/// <param name="Reason">What is missing, in one sentence.</param>
/// <param name="Path">Where the spec says so; null: nowhere.</param>
/// <param name="Obstacles">What else stands in the way, each with its spec path.</param>
/// <param name="Fixes">What to write to allow it, in the order of writing; empty: nothing would.</param>
/// <param name="Nearest">Ways that are possible: the same caller at another port, others at the same one.</param>
public sealed record Refusal(string Reason, string? Path, ImmutableArray<Obstacle> Obstacles, ImmutableArray<Fix> Fixes, ImmutableArray<Route> Nearest);
