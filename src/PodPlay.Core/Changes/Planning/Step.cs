using System.Collections.Immutable;

namespace PodPlay.Changes.Planning;

/// <summary>One step of a plan.</summary>
/// <param name="Where">A host, or <c>router</c>.</param>
/// <param name="Commands">To be typed, in this order; empty: it is clicked.</param>
/// <param name="Parts">What happens meanwhile, in the order in which it happens.</param>
public sealed record Step(StepKind Kind, string Where, string Title, ImmutableArray<string> Commands, ImmutableArray<StepPart> Parts);
