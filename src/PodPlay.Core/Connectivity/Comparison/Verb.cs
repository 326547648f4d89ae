namespace PodPlay.Connectivity.Comparison;

/// <summary>What a change does to a kind of connection.</summary>
public enum Verb
{
    /// <summary>It was impossible and is possible now.</summary>
    Opens,

    /// <summary>It was rate-limited and is not any more.</summary>
    Unlimits,

    /// <summary>It was possible without a limit and is rate-limited now.</summary>
    Limits,

    /// <summary>It was possible and is impossible now.</summary>
    Closes,
}
