using System.Collections.Immutable;

namespace PodPlay.Pipeline;

/// <summary>A place where the original description of the network contradicts itself or the tools that it names.</summary>
/// <param name="Says">What it says.</param>
/// <param name="Answer">What is the case with podplay.</param>
/// <param name="Codes">Findings that report it, where it can still be written.</param>
/// <param name="Tests">Methods of <see cref="ContradictionTests"/> that show it, on samples/seed.</param>
internal sealed record Contradiction(string Id, string Says, string Answer, ImmutableArray<string> Codes, ImmutableArray<string> Tests);
