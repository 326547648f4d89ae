using System.Collections.Immutable;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>One line of a unit: finished text, and what it comes from.</summary>
/// <param name="Value">Already quoted for its key's parse class.</param>
/// <param name="Comments">Lines above it, without the comment sign.</param>
/// <param name="Path">The spec path that asked for it.</param>
internal sealed record UnitKey(string Name, string Value, ImmutableArray<string> Comments, string Path);
