namespace PodPlay.Model;

/// <summary>Limits for each client address (IPv6: each /64) of a service's exposed ports. Not called DDoS protection: they are not.</summary>
/// <param name="NewPerSecond">New connections a second; null: no such limit.</param>
/// <param name="Burst">How many may come at once before the rate counts.</param>
/// <param name="Connections">Open connections at a time; null: no such limit.</param>
/// <param name="RequestsPerSecond">HTTP requests a second, counted by the balancer over ten seconds; null: no such limit.</param>
public sealed record Limits(int? NewPerSecond, int Burst, int? Connections, int? RequestsPerSecond = null)
{
    /// <summary>Whether the ruleset has something to count: requests are beyond it.</summary>
    public bool CountsConnections => NewPerSecond is not null || Connections is not null;
}
