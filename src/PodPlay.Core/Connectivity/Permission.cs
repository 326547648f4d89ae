using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>
/// One kind of new connection that is possible, and why. The whole list is the intent: what is not in it is dropped. Answers follow
/// their connection and are not listed.
/// </summary>
/// <param name="At">The host whose ruleset lets it pass (or cannot stop it).</param>
/// <param name="Called">The port that the caller uses.</param>
/// <param name="Reached">The port at which the program listens; the same unless a translation lies between.</param>
/// <param name="Because">The spec path that allows it.</param>
public sealed record Permission(
    Host At, Origin From, Target To, Protocol Protocol, PortRange Called, PortRange Reached, Family Family, Way Way, string Because)
{
    /// <summary>Rate-limited: certain for the LAN, which is exempt, and for a caller that keeps to the limits; else conditional.</summary>
    public bool IsLimited { get; init; }

    /// <summary>Where the internet calls: the port on the router. Null where no router lies between.</summary>
    public PortRange? Router { get; init; }
}
