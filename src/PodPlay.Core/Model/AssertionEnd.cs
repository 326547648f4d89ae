namespace PodPlay.Model;

/// <summary>What stands at an end of a statement, by the name that the spec uses.</summary>
public abstract record AssertionEnd(string Name)
{
    public sealed override string ToString() => Name;

    /// <summary>Everybody, or everything.</summary>
    public sealed record Any() : AssertionEnd("any");

    /// <summary>All addresses that are neither the LAN's, nor a host's, the router's or a zone's.</summary>
    public sealed record Internet() : AssertionEnd("internet");

    /// <summary>All addresses of the LAN but those of the router and of hosts.</summary>
    public sealed record Lan() : AssertionEnd("lan");

    public sealed record Router() : AssertionEnd("router");

    public sealed record OfSource(Source Source) : AssertionEnd(Source.Name);

    /// <summary>The host itself, with the services that share its network.</summary>
    public sealed record OfHost(Host Host) : AssertionEnd(Host.Name);

    /// <summary>Every address of the zone, those of no service included.</summary>
    public sealed record OfZone(Zone Zone) : AssertionEnd(Zone.Name);

    /// <param name="Port">Null: every port.</param>
    public sealed record OfService(Service Service, Port? Port) : AssertionEnd(Port is null ? Service.Name : $"{Service.Name}.{Port.Name}");
}
