namespace PodPlay.Changes;

/// <summary>What has to be done to a unit, the mildest first.</summary>
public enum UnitAction
{
    /// <summary>It reads its configuration again; no connection is lost.</summary>
    Reload,

    /// <summary>Its container is made anew.</summary>
    Restart,

    Start,

    Stop,
}
