using System.Collections.Immutable;

namespace PodPlay.Changes;

/// <summary>A service that runs on another host than before.</summary>
/// <param name="Volumes">Its named volumes: their data does not move by itself.</param>
public sealed record Move(string Service, string From, string To, ImmutableArray<string> Volumes);
