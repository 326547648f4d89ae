namespace PodPlay.Firewall;

/// <summary>Where a ruleset judges.</summary>
internal enum HookName
{
    /// <summary>Before connection tracking.</summary>
    Raw,

    /// <summary>podplay's own translations of destinations.</summary>
    Translation,
    Input,
    Forward,
    Output,

    /// <summary>Between the ports of one bridge.</summary>
    Bridge,
}
