using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A service's port by name: where it is met on the router, on the host, and inside the container.</summary>
public sealed class Port
{
    public required string Name { get; init; }

    public required Exposure Exposure { get; init; }

    /// <summary>In the order tcp, udp; at least one.</summary>
    public required ImmutableArray<Protocol> Protocols { get; init; }

    /// <summary>What clients on the internet call; null unless public.</summary>
    public PortRange? Router { get; init; }

    /// <summary>What is published on the host's address; null when private (a private port of a host-network service has one).</summary>
    public PortRange? Host { get; init; }

    /// <summary>What the program listens on. For a host-network service the same as <see cref="Host"/>.</summary>
    public required PortRange Container { get; init; }

    /// <summary>Who may come to a <c>lan</c> or <c>public</c> port instead of all of them; null: everybody of that exposure.</summary>
    public Source? From { get; init; }

    /// <summary>The program expects the PROXY protocol in front of each connection, and closes one without it.</summary>
    public bool ExpectsProxy { get; init; }

    public Term Term { get; init; } = Term.ForGood;

    /// <summary><c>services.mail.public.smtp</c>: what provenance comments and rule comments say.</summary>
    public required string Path { get; init; }

    public override string ToString() => Name;
}
