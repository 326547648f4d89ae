using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A workload: one or more equal containers of one image.</summary>
public sealed class Service
{
    public required string Name { get; init; }

    public required Host Host { get; init; }

    /// <summary>Null: the service shares its host's network.</summary>
    public Zone? Zone { get; init; }

    public bool IsOnHostNetwork => Zone is null;

    public required string Image { get; init; }

    /// <summary>Further names in its zone, ordinal.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>By number, at least one.</summary>
    public ImmutableArray<Replica> Replicas { get; internal set; } = [];

    public bool IsReplicated { get; init; }

    /// <summary>By exposure, then in the order of the first port number, then by name.</summary>
    public required ImmutableArray<Port> Ports { get; init; }

    /// <summary>The command instead of the image's own, as one line for the shell-like splitting of systemd; null: the image's.</summary>
    public string? Command { get; init; }

    /// <summary>A shell command inside the container that makes it read its files again; null: only a restart does.</summary>
    public string? Reload { get; init; }

    /// <summary>A shell command that is healthy when it exits with 0.</summary>
    public string? Health { get; init; }

    /// <summary>By name, ordinal.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    public ImmutableArray<Volume> Volumes { get; init; } = [];

    public ImmutableArray<Secret> Secrets { get; init; } = [];

    public ImmutableArray<string> Devices { get; init; } = [];

    public ImmutableArray<SysctlSetting> Sysctl { get; init; } = [];

    /// <summary>Linux capabilities to add (<c>NET_ADMIN</c>), ordinal.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>User inside the container; null: the image's.</summary>
    public string? User { get; init; }

    /// <summary>A user namespace of its own, chosen by podman (root in the container is nobody on the host).</summary>
    public bool HasOwnUserNamespace { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>Resolvers in the order of asking.</summary>
    public ImmutableArray<Address> Dns { get; internal set; } = [];

    /// <summary>systemd calendar expression; null: the service runs all the time.</summary>
    public string? Timer { get; init; }

    /// <summary>Seconds between SIGTERM and SIGKILL; null: podman's 10.</summary>
    public int? StopTimeout { get; init; }

    public Limits? Limits { get; init; }

    /// <summary>By frontend port number.</summary>
    public ImmutableArray<Balance> Balances { get; internal set; } = [];

    /// <summary>The port at which the balancer shows its statistics and metrics; null: nowhere.</summary>
    public Port? Statistics { get; internal set; }

    /// <summary>In the order of the spec's list, or of the names of its map: the first one answers for unknown names no more than the others do.</summary>
    public ImmutableArray<VirtualHost> VirtualHosts { get; init; } = [];

    public ApacheLayout ApacheLayout { get; init; }

    /// <summary>Domains that this name server answers for, ordinal; empty: it is none.</summary>
    public ImmutableArray<string> Resolves { get; init; } = [];

    /// <summary>Whom it asks for all other names, in the order of the spec; empty: the root servers.</summary>
    public ImmutableArray<Address> Forwarders { get; init; } = [];

    public bool IsNameServer => !Resolves.IsEmpty;

    /// <summary>Whether the internet asks it.</summary>
    public bool IsPublicNameServer => IsNameServer && Ports.Any(p => p.Exposure == Exposure.Public && p.Container.Contains(53));

    /// <summary>Only the host's own addresses, not the bridges': leaves port 53 on the bridges to podman's resolver.</summary>
    public bool ListensOnHostAddresses { get; init; }

    /// <summary>For a solver: the port on which it answers a challenge, 80 where it has it, else its first one.</summary>
    public Port? ChallengePort => Ports
        .Where(p => p.Protocols.Contains(Protocol.Tcp))
        .OrderBy(p => !p.Container.Contains(ChallengePath.HttpPort))
        .FirstOrDefault();

    /// <summary>Whether its host shows it to others than its own zones.</summary>
    public bool IsPublished => IsOnHostNetwork || Ports.Any(p => p.Host is not null);

    public bool IsPublic => Ports.Any(p => p.Exposure == Exposure.Public);

    /// <summary>Whether each public port bears the router's number at that stage, too.</summary>
    public bool KeepsPorts(Func<Port, PortRange?> stage) => Ports.Where(p => p.Router is not null).All(p => stage(p) == p.Router);

    /// <summary>Clients outside reach it by the family: the spec gives the host and the service's zone an address of it.</summary>
    public bool IsServed(Family family) => Host.AddressOf(family) is not null && (Zone is null || Zone.SubnetOf(family) is not null);

    /// <summary>The host's addresses of a family at which its program listens on the host itself; empty: all that the host has, those on its
    /// bridges too. What podman publishes for a rootless user is bound to the host's first address.</summary>
    public ImmutableArray<Address> HostListeners(Family family) =>
        ListensOnHostAddresses ? [.. Host.Addresses.Where(a => a.Family == family)]
        : Host.Rootless is not null && !IsOnHostNetwork && Host.AddressOf(family) is { } published ? [published]
        : [];

    public Port? PortNamed(string name) => Ports.FirstOrDefault(p => p.Name == name);

    /// <summary>Unit that others order themselves after: the one container, or a target that stands for all replicas, so that
    /// no unit lists the replicas of another service (adding one would restart it).</summary>
    public string StartUnit => IsReplicated ? $"podplay-{Name}.target" : $"{Replicas[0].Name}.service";

    public override string ToString() => Name;
}
