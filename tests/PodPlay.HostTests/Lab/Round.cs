using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>All probes once, under these rulesets.</summary>
/// <param name="Rulesets">By host; loaded in place of those of the round before.</param>
/// <param name="IsBridgeFiltered">br_netfilter: whether what stays inside a bridge meets the IP families' hooks too.</param>
internal sealed record Round(IReadOnlyDictionary<Host, string> Rulesets, bool IsBridgeFiltered = false)
{
    /// <summary>Milliseconds without any packet after which nothing more will come.</summary>
    public int Quiet { get; init; } = 400;

    /// <summary>Milliseconds to wait for an answer that is expected, on a machine that has other work.</summary>
    public int Limit { get; init; } = 10_000;

    /// <summary>Whether it ends early when something is not as expected: it is only asked whether there is a difference.</summary>
    public bool StopsWhenWrong { get; init; }
}
