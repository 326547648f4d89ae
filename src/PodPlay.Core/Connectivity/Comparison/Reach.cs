namespace PodPlay.Connectivity.Comparison;

/// <summary>Between whom a connection is, the most exposed first.</summary>
public enum Reach
{
    /// <summary>From the internet.</summary>
    Internet,

    /// <summary>From the LAN, the router, a source or another host.</summary>
    Lan,

    /// <summary>To the internet.</summary>
    Egress,

    /// <summary>From a zone or the host to a service elsewhere.</summary>
    Zones,

    /// <summary>Between services of one zone.</summary>
    SameZone,

    /// <summary>What comes with being there: a host's own processes reach its containers, containers ask podman's resolver.</summary>
    Default,
}
