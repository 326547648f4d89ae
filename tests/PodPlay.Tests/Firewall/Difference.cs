using PodPlay.Model;

namespace PodPlay.Firewall;

internal enum DifferenceKind
{
    /// <summary>The ruleset lets pass what nobody wants.</summary>
    Open,

    /// <summary>It stops, or may stop, what somebody wants.</summary>
    Closed,

    /// <summary>It lets pass for certain what shall pass only within limits.</summary>
    Unlimited,
}

/// <summary>A set of packets of which ruleset and intent do not say the same.</summary>
/// <param name="Example">One of them.</param>
/// <param name="Because">Which rule accepts it, or what wants it.</param>
internal sealed record Difference(DifferenceKind Kind, HookName Hook, Family Family, string Example, string? Because)
{
    public override string ToString() => Kind switch
    {
        DifferenceKind.Open => $"open: {Hook} {Family} {Example}: accepted by '{Because ?? "no rule at all"}', wanted by nobody",
        DifferenceKind.Closed => $"closed: {Hook} {Family} {Example}: wanted by '{Because}', not accepted for certain",
        _ => $"unlimited: {Hook} {Family} {Example}: accepted without the limits of '{Because}'",
    };
}
