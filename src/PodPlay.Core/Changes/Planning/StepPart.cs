using System.Collections.Immutable;

namespace PodPlay.Changes.Planning;

/// <summary>Something that happens in a step.</summary>
/// <param name="What"><c>restart mail.service</c>.</param>
public sealed record StepPart(string What)
{
    /// <summary>The services that do not answer for a while, by name; empty: nobody notices.</summary>
    public ImmutableArray<string> Down { get; init; } = [];

    /// <summary>How long, where anything can be said: of a single replica too, while others answer.</summary>
    public string Downtime { get; init; } = "";

    /// <summary>What there is to know besides.</summary>
    public string Note { get; init; } = "";
}
