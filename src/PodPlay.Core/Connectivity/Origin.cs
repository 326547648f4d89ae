using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>Where permitted connections come from, as exactly as the network can tell it.</summary>
public abstract record Origin
{
    private Origin()
    {
    }

    /// <summary>From outside the host, whatever the address.</summary>
    public sealed record Anybody : Origin;

    /// <summary>From outside the host, by source address.</summary>
    /// <param name="Allowed">Who may.</param>
    /// <param name="Except">Who may not although a block covers them.</param>
    public sealed record Blocks(ImmutableArray<Prefix> Allowed, ImmutableArray<Address> Except) : Origin;

    /// <summary>From every address of a zone's bridge, those of no service included.</summary>
    public sealed record WholeZone(Zone Zone) : Origin;

    /// <summary>From the replicas of a service, on its bridge.</summary>
    public sealed record Replicas(Service Service) : Origin;

    /// <summary>From processes of the host itself.</summary>
    /// <param name="OfAnyUser">Those of users that run rootless containers too: a flow says so.</param>
    public sealed record Processes(Host Host, bool OfAnyUser = false) : Origin;
}
