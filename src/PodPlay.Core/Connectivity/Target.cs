using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>What is reached.</summary>
public abstract record Target
{
    private Target()
    {
    }

    /// <summary>The containers of a service.</summary>
    public sealed record Containers(Service Service) : Target;

    /// <summary>A host's own addresses: a program of the host, a host-network service, or a rootless one.</summary>
    /// <param name="Service">The service that answers; null for the host's own (ssh, resolver).</param>
    /// <param name="Addresses">Which of its addresses; empty: all of them.</param>
    public sealed record HostAddresses(Host Host, Service? Service, ImmutableArray<Address> Addresses) : Target;

    /// <summary>Everything that is no private space, no LAN, no host and no zone.</summary>
    public sealed record Internet : Target;

    /// <summary>Whoever is outside, and the host itself.</summary>
    public sealed record Everybody(ImmutableArray<Party> Parties) : Target;

    /// <summary>Every container on a host.</summary>
    public sealed record AllContainers(Host Host) : Target;
}
