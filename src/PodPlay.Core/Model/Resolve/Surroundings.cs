using System.Collections.Immutable;

namespace PodPlay.Model.Resolve;

/// <summary>What services may refer to.</summary>
internal sealed record Surroundings(ImmutableArray<Host> Hosts, ImmutableArray<Zone> Zones, ImmutableArray<Source> Sources);
