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

    /// <summary>The forward hook too, for what stays inside one bridge: with br_netfilter the bridge shows it.</summary>
    ForwardInBridge,
    Output,

    /// <summary>Between the ports of one bridge.</summary>
    Bridge,
}
