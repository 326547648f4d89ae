using PodPlay.Model;

namespace PodPlay.Changes;

/// <summary>Something to click on the router.</summary>
/// <param name="Family">IPv4: a forward. IPv6: a hole in the filter, without translation.</param>
/// <param name="Before">Where it leads so far, <c>192.168.1.100:8080</c>; null: to be added.</param>
/// <param name="After">Where it has to lead; null: to be removed.</param>
/// <param name="For">The service's port, <c>mail.smtp</c>.</param>
public sealed record ClickChange(Family Family, Protocol Protocol, PortRange Outside, string? Before, string? After, string For)
{
    /// <summary><c>+</c>, <c>-</c> or <c>~</c>.</summary>
    public char Sign => Before is null ? '+' : After is null ? '-' : '~';

    public string Verb => Before is null ? "add" : After is null ? "remove" : "change";

    /// <summary><c>IPv4 forward 25/tcp to 192.168.1.100:25 for mail.smtp</c>.</summary>
    public string Text => $"{(Family == Family.IPv4 ? "IPv4 forward" : "IPv6 pinhole")} {Outside}/{Protocol.Word()} to {After ?? Before}{(Before is null || After is null ? "" : $" (was {Before})")} for {For}";
}
