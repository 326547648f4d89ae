using System.Collections.Immutable;

namespace PodPlay.Connectivity.Comparison;

/// <summary>One statement of a comparison, for people: the largest named sets, all ports together.</summary>
/// <param name="Reach">The most exposed of its callers.</param>
/// <param name="Callers">Named sets that are covered exactly: <c>internet</c>, <c>lan</c>, <c>zone dmz</c>, <c>zone dmz except mail</c>, a service.</param>
/// <param name="Called">In the same way.</param>
/// <param name="Lines">What and why; at least one.</param>
/// <param name="Condition">As in <c>connectivity.csv</c>: empty when it is certain.</param>
public sealed record ConnectivityChange(
    Verb Verb, Reach Reach, ImmutableArray<string> Callers, ImmutableArray<string> Called, ImmutableArray<PortLine> Lines, string Condition)
{
    /// <summary>The same opening met by less exposed callers at other ports: <c>lan</c> at the host's port behind the router's.</summary>
    public ImmutableArray<ConnectivityChange> Also { get; init; } = [];

    /// <summary><c>internet -> mail: 25, 465/tcp</c>, with the condition.</summary>
    public string Text => $"{Ends}: {PortText}{(Condition.Length == 0 || Verb == Verb.Limits ? "" : $" ({Condition})")}";

    /// <summary><c>internet -> mail</c>.</summary>
    public string Ends => $"{CallersText} -> {string.Join(", ", Called)}";

    public string CallersText => string.Join(", ", Callers);

    public string PortText => FamilyPorts.Text(Lines.SelectMany(l => l.Ports).Distinct().Order());

    public ImmutableArray<string> Because => [.. Lines.SelectMany(l => l.Because).Distinct()];

    /// <summary>The word in front of it: OPENS from outside, ALLOWS inside.</summary>
    public string Word => Verb switch
    {
        Verb.Opens when Reach is Reach.Internet or Reach.Lan => "OPENS",
        Verb.Opens => "ALLOWS",
        Verb.Closes => "CLOSES",
        Verb.Limits => "LIMITS",
        _ => "UNLIMITS",
    };
}
