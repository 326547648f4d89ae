using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Kernel;

/// <summary>What became of the packets on a hook. A packet of which that is undecided is in both lists.</summary>
internal sealed class Outcome
{
    /// <summary>Possibly accepted, with the comment of the rule that did it.</summary>
    public List<Box> Accepted { get; set; } = [];

    /// <summary>Possibly dropped.</summary>
    public List<Box> Dropped { get; } = [];

    public List<(Box Box, Step.Translate Target)> Translated { get; } = [];
}
