namespace PodPlay.Drift;

/// <summary>How a host is not what its spec says, in the order of printing.</summary>
public enum DriftKind
{
    /// <summary>It was what the spec says, and somebody or something changed it there.</summary>
    Changed,

    /// <summary>The spec says it, and the host was never told.</summary>
    NotApplied,

    /// <summary>It is there, and no spec knows it.</summary>
    Extra,
}
