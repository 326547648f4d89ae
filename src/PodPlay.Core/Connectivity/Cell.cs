using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>One line of <c>connectivity.csv</c>: a named caller may open connections to a named party's ports.</summary>
/// <param name="Ports">What the caller calls.</param>
/// <param name="Via">The stations in between, for people.</param>
/// <param name="Condition">Empty: certain. Else why it is not: <c>rate-limited</c>, <c>not enforced: rootless</c>.</param>
/// <param name="Because">The spec path that allows it.</param>
public sealed record Cell(Party From, Party To, Protocol Protocol, PortRange Ports, Family Family, string Via, string Condition, string Because);
