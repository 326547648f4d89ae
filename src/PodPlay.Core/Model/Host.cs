using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A machine that runs podman.</summary>
public sealed class Host
{
    public required string Name { get; init; }

    /// <summary>Its own addresses on the LAN; the first of each family is the one that ports are published on.</summary>
    public required ImmutableArray<Address> Addresses { get; init; }

    public required PodmanVersion Podman { get; init; }

    /// <summary>Null: services run as root's containers.</summary>
    public Rootless? Rootless { get; init; }

    /// <summary>The interface towards the router, when the spec names it.</summary>
    public string? Uplink { get; init; }

    /// <summary>Null only when the spec says <c>ssh: none</c> and gives a reason.</summary>
    public AdminAccess? Admin { get; init; }

    /// <summary>By key, ordinal.</summary>
    public ImmutableArray<SysctlSetting> Sysctl { get; init; } = [];

    /// <summary>The reviewed preset for fast, long lines.</summary>
    public bool TunedForThroughput { get; init; }

    /// <summary>The zones whose bridges stand on this host, by name.</summary>
    public ImmutableArray<Zone> Zones { get; internal set; } = [];

    /// <summary>By name.</summary>
    public ImmutableArray<Service> Services { get; internal set; } = [];

    public Address? AddressOf(Family family)
    {
        foreach (var address in Addresses)
        {
            if (address.Family == family)
                return address;
        }
        return null;
    }

    public override string ToString() => Name;
}
