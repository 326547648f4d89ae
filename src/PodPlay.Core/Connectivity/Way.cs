namespace PodPlay.Connectivity;

/// <summary>How a connection gets to its target: which hook of which host judges it.</summary>
public enum Way
{
    /// <summary>From outside to a host's port that podman translates to a container: the forward hook.</summary>
    Published,

    /// <summary>From outside to a program on the host itself, a rootless container's port included: the input hook.</summary>
    HostPort,

    /// <summary>From a zone to a program on its host: the input hook.</summary>
    ZoneToHost,

    /// <summary>From a zone to a container of another zone of the host: the forward hook.</summary>
    ZoneToZone,

    /// <summary>Between containers of one bridge: the bridge family's forward hook (and inet's, with br_netfilter).</summary>
    SameZone,

    /// <summary>From a zone outward: the forward hook.</summary>
    Egress,

    /// <summary>From a process of the host to a container: the output hook.</summary>
    HostToContainer,

    /// <summary>Inside one rootless user's namespace, or out of it: no ruleset of the host sees it.</summary>
    Unenforced,
}
