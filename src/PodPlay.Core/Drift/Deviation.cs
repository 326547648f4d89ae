using System.Collections.Immutable;

namespace PodPlay.Drift;

/// <summary>One thing that a host has otherwise than its spec.</summary>
/// <param name="Subject">Kind and name, the same in every run: <c>unit db.service</c>, <c>file /etc/podplay/hosts</c>.</param>
/// <param name="What">How it deviates, lower case, no full stop.</param>
/// <param name="Path">The part of the spec that it belongs to: <c>services.db</c>.</param>
/// <param name="Cure">What root types on the host, or what to write into the spec.</param>
public sealed record Deviation(DriftKind Kind, string Subject, string What, string Path, string Cure)
{
    /// <summary>What is too much (<c>+</c>) and what is missing (<c>-</c>), one entry a line.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}
