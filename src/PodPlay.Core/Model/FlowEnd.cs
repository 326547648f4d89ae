namespace PodPlay.Model;

/// <summary>What stands at an end of a flow.</summary>
public abstract record FlowEnd
{
    private FlowEnd()
    {
    }

    public sealed record OfService(Service Service) : FlowEnd;

    /// <summary>Every service of the zone.</summary>
    public sealed record OfZone(Zone Zone) : FlowEnd;

    /// <summary>The host's own processes.</summary>
    public sealed record OfHost(Host Host) : FlowEnd;

    public sealed record OfSource(Source Source) : FlowEnd;

    /// <summary>Everything that is not the LAN or a zone.</summary>
    public sealed record Internet : FlowEnd;
}
