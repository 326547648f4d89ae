namespace PodPlay.Model;

/// <summary>What a statement says of connections.</summary>
public enum AssertionKind
{
    /// <summary>None may be possible.</summary>
    Never,

    /// <summary>Only the named callers may open them.</summary>
    Only,

    /// <summary>They must be possible.</summary>
    Allow,
}
