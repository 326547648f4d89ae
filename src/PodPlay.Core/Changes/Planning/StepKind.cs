namespace PodPlay.Changes.Planning;

/// <summary>What a step of a plan does, in the order of steps.</summary>
public enum StepKind
{
    /// <summary>The new files are written and brought to a host, and the host is looked at. Nothing changes.</summary>
    Check,

    /// <summary>The router lets in what is new.</summary>
    Open,

    /// <summary>A service that moves stops where it was.</summary>
    Stop,

    /// <summary>Its data goes to the other host.</summary>
    Data,

    /// <summary>HOST.apply.sh.</summary>
    Apply,

    /// <summary>The router sends to the new place.</summary>
    Switch,

    /// <summary>The router no longer lets in what is gone.</summary>
    Close,

    /// <summary>A host that is not in the spec any more is switched off.</summary>
    Leave,

    /// <summary>What stays behind, and is removed by hand when nobody needs it.</summary>
    Left,
}
