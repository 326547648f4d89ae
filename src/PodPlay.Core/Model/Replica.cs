using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>One container of a service.</summary>
/// <param name="Name">The unit's and the container's name: <c>mail</c>, or <c>apache-2</c> where there are several.</param>
/// <param name="Number">From 1.</param>
/// <param name="Addresses">In its zone, IPv4 first; empty for a host-network service.</param>
public sealed record Replica(Service Service, string Name, int Number, ImmutableArray<Address> Addresses)
{
    public Address? AddressOf(Family family)
    {
        foreach (var address in Addresses)
        {
            if (address.Family == family)
                return address;
        }
        return null;
    }
}
