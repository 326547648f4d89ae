using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>The home or office router in front of the hosts.</summary>
/// <param name="Addresses">Its own addresses on the LAN: they may stand for the internet (hairpin, SNAT).</param>
/// <param name="Lan">The LAN's address blocks, merged and sorted. Without a declared router: private address space and
/// each host's own /64.</param>
/// <param name="IsDeclared">False when the spec says nothing about a router.</param>
public sealed record Router(ImmutableArray<Address> Addresses, ImmutableArray<Prefix> Lan, bool IsDeclared)
{
    /// <summary>Its addresses towards the internet, sorted; empty where they change or the spec does not say.</summary>
    public ImmutableArray<Address> Public { get; init; } = [];

    /// <summary>The spec says <c>dynamic</c>: what has no address in <see cref="Public"/> changes.</summary>
    public bool HasDynamicPublic { get; init; }

    /// <summary>The configuration to write besides the table of clicks; null: none.</summary>
    public RouterKind? Kind { get; init; }

    /// <summary>What it calls its side towards the internet: an interface, or where it groups them a zone or a list.</summary>
    public string? Wan { get; init; }

    /// <summary>What it calls its side towards the LAN.</summary>
    public string? LanSide { get; init; }

    public bool SaysPublic => HasDynamicPublic || !Public.IsEmpty;

    /// <summary>Whether the address (IPv4) or the delegated prefix (IPv6) changes from time to time.</summary>
    public bool IsDynamic(Family family) => HasDynamicPublic && !PublicOf(family).Any();

    public IEnumerable<Address> PublicOf(Family family) => Public.Where(a => a.Family == family);

    /// <summary>Whether a client on the LAN that calls the router's outside can be told from one that calls the router itself: by the
    /// outside address where it stays, else by the address on the LAN, which must be known.</summary>
    public bool CanHairpin => Kind switch
    {
        RouterKind.Vyos => PublicOf(Family.IPv4).Any(),
        RouterKind.OpenWrt => true,
        _ => PublicOf(Family.IPv4).Any() || AddressOf(Family.IPv4) is not null,
    };

    public Address? AddressOf(Family family) => Addresses.Where(a => a.Family == family).Select(a => (Address?)a).FirstOrDefault();
}
