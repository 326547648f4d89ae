using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>One line of <c>connectivity.csv</c>: a named caller may open connections to a named party's ports.</summary>
/// <param name="Ports">What the caller calls.</param>
/// <param name="Via">The stations in between, for people.</param>
/// <param name="Condition">Empty: certain. Else why it is not: <c>rate-limited</c>, <c>not enforced: rootless</c>.</param>
/// <param name="Because">The spec path that allows it.</param>
public sealed record Cell(Party From, Party To, Protocol Protocol, PortRange Ports, Family Family, string Via, string Condition, string Because)
{
    /// <summary>The port at which the called program listens: another than the one that is called where a translation lies between.</summary>
    public PortRange Reached { get; init; } = Ports;

    /// <summary>The connection in one line: <c>internet -> db tcp/5432 by IPv4: router:5432 -> main:5432 -> db:5432</c>.</summary>
    public string Text => $"{From} -> {To} {Protocol.Word()}/{Ports} by {Family}: {Via}{(Condition.Length == 0 ? "" : $", {Condition}")}";
}
