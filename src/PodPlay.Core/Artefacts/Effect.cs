using System.Collections.Immutable;

namespace PodPlay.Artefacts;

/// <summary>What a host has to do before a file of its tree counts, when the file is new, changed or gone.</summary>
/// <param name="Units">Whom it concerns, with their endings; by name.</param>
public sealed record Effect(EffectKind Kind, ImmutableArray<string> Units)
{
    /// <summary>Nothing has to be done: people read it, or it is read when it is needed.</summary>
    public static Effect None { get; } = new(EffectKind.None, []);

    public static Effect Of(EffectKind kind, params ImmutableArray<string> units) => new(kind, units);
}
