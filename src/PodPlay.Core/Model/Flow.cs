using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>Allowed traffic: who may open connections to whom, on which ports.</summary>
/// <param name="Text">As the spec spells it: <c>apache -> db</c>.</param>
/// <param name="From">A service, a zone, a host, a source or the internet.</param>
/// <param name="To">A service or the internet.</param>
/// <param name="Ports">Of the service at the far end; empty when it is the internet.</param>
/// <param name="InternetPorts">Where the far end is the internet; empty: any.</param>
public sealed record Flow(string Text, FlowEnd From, FlowEnd To, ImmutableArray<Port> Ports, ImmutableArray<InternetPort> InternetPorts)
{
    public Term Term { get; init; } = Term.ForGood;

    /// <summary>The spec says <c>any</c>: every port that the server has, and every one that it will have.</summary>
    public bool IsForAnyPort { get; init; }

    /// <summary>What comments say: <c>flows.apache -> db</c>.</summary>
    public string Path => $"flows.{Text}";
}

/// <summary>A port of somebody else's server.</summary>
public readonly record struct InternetPort(Protocol Protocol, PortRange Ports);
