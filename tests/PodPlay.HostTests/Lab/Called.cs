using System.Runtime.CompilerServices;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Lab;

internal enum CalledKind
{
    /// <summary>A container by its own address.</summary>
    Container,

    /// <summary>A host by an address on its uplink: its own programs, and what podman publishes there.</summary>
    Host,

    /// <summary>A host by its address on a zone's bridge.</summary>
    Gateway,

    /// <summary>The router by the one address that the internet knows.</summary>
    Router,

    /// <summary>A server on the internet.</summary>
    Internet,

    /// <summary>Somebody on the LAN, or at a source outside it.</summary>
    Neighbour,
}

/// <summary>One address that is called.</summary>
/// <param name="Namespace">Where its listeners are.</param>
/// <param name="Name">How its listeners call themselves.</param>
/// <param name="Party">Who answers there by its own address; null: nobody of <c>connectivity.csv</c>.</param>
/// <param name="Link">The interface, for a link-local address; null for others.</param>
internal sealed record Called(string Name, string Namespace, Address Address, CalledKind Kind, Party? Party, Host? Host = null, Zone? Zone = null, Service? Service = null, string? Link = null)
{
    public bool IsLinkLocal => Link is not null;

    /// <summary>As its own namespace spells it; every namespace here calls the interface alike or has no way there.</summary>
    public string Text => Link is null ? $"{Address}" : $"{Address}%{Link}";

    public override string ToString() => $"{Name} ({Address})";

    /// <summary>There is one of each: they are keys, fifty thousand times.</summary>
    public bool Equals(Called? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
