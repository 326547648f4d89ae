using System.Collections.Immutable;

namespace PodPlay.Graphs;

/// <summary>What a node stands for; each has its own outline.</summary>
public enum NodeKind
{
    Service,

    /// <summary>All of a zone, where a flow is for all of it.</summary>
    Zone,
    Host,
    Source,
    Internet,
    Lan,
}

/// <summary>A node of the picture.</summary>
/// <param name="Id">Letters, digits and underscores, with the kind in front: no word of a picture's language.</param>
/// <param name="Text">Names of the spec; they hold nothing that would have to be quoted.</param>
/// <param name="Zone">The box in which it stands; null: outside of all zones.</param>
public sealed record Node(string Id, string Text, NodeKind Kind, string? Zone);

/// <summary>Who may open connections to whom.</summary>
/// <param name="IsExposure">From outside by a port's own scope, not by a flow.</param>
public sealed record Edge(Node From, Node To, string Text, bool IsExposure);

/// <summary>Zones as boxes, services in them, and every connection that the spec names.</summary>
/// <param name="Zones">By name, each with its host.</param>
public sealed record Graph(ImmutableArray<(string Name, string Host)> Zones, ImmutableArray<Node> Nodes, ImmutableArray<Edge> Edges);
