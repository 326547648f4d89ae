using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>The home or office router in front of the hosts.</summary>
/// <param name="Addresses">Its own addresses on the LAN: they may stand for the internet (hairpin, SNAT).</param>
/// <param name="Lan">The LAN's address blocks, merged and sorted. Without a declared router: private address space and
/// each host's own /64.</param>
/// <param name="IsDeclared">False when the spec says nothing about a router.</param>
public sealed record Router(ImmutableArray<Address> Addresses, ImmutableArray<Prefix> Lan, bool IsDeclared)
{
    /// <summary>The IPv4 address under which the internet knows it; null: the spec does not say, or it changes.</summary>
    public Address? Public { get; init; }

    /// <summary>The provider gives it another address now and then.</summary>
    public bool HasDynamicAddress { get; init; }
}
