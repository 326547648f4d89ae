using System.Runtime.CompilerServices;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>Where somebody sits who calls: what lies between them and a host.</summary>
internal enum Seat
{
    /// <summary>Behind the router, which translates IPv4 and filters.</summary>
    Internet,

    /// <summary>Behind the router by a route of its own, as by a tunnel: a source outside the LAN.</summary>
    Distant,

    /// <summary>On the LAN, with an address of the LAN or of a source.</summary>
    Lan,

    /// <summary>On the LAN with an address of the internet: what a router sends that filters nothing.</summary>
    Stranger,
    Router,

    /// <summary>A process of a host.</summary>
    Process,
    Container,
}

/// <summary>One source of probes.</summary>
/// <param name="Namespace">Where its sockets are made.</param>
/// <param name="Link">The interface, for a link-local address; null for others.</param>
/// <param name="Party">Who that is in <c>connectivity.csv</c>; null: nobody of it.</param>
/// <param name="User">Of a process.</param>
internal sealed record Caller(string Name, string Namespace, Address Address, Seat Seat, Party? Party, Host? Host = null, Zone? Zone = null, Service? Service = null, int User = 0, string? Link = null)
{
    public bool IsLinkLocal => Link is not null;

    /// <summary>As the prober takes it.</summary>
    public string Text => Link is null ? $"{Address}" : $"{Address}%{Link}";

    public override string ToString() => $"{Name} ({Address})";

    /// <summary>There is one of each: they are keys, fifty thousand times.</summary>
    public bool Equals(Caller? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
