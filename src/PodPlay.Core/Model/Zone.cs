using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A part of the network with one level of trust: one podman bridge network on one host.</summary>
public sealed class Zone
{
    public required string Name { get; init; }

    public required Host Host { get; init; }

    /// <summary>Podman's name of the network: <c>podplay-dmz</c>.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The bridge, at most 15 characters: a longer name is accepted when the network is made and fails when
    /// the first container starts ("Numerical result out of range").</summary>
    public required string Bridge { get; init; }

    /// <summary>Null: a bridge of its own, the ordinary case. Otherwise there is no bridge, and no ruleset that sees its packets.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>At most one of each family, IPv4 first.</summary>
    public required ImmutableArray<Subnet> Subnets { get; init; }

    /// <summary>Whether its services may open connections to the internet.</summary>
    public required bool HasEgress { get; init; }

    /// <summary>By name; host-network services belong to no zone.</summary>
    public ImmutableArray<Service> Services { get; internal set; } = [];

    public Subnet? SubnetOf(Family family)
    {
        foreach (var subnet in Subnets)
        {
            if (subnet.Family == family)
                return subnet;
        }
        return null;
    }

    public override string ToString() => Name;
}
