using System.Collections.Immutable;
using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Kernel;

/// <summary>One statement of a rule.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Goes on with the packets inside <see cref="Applies"/> that are in one of the regions, or in none of them.</summary>
    /// <param name="Applies">What the match asks for without saying so: a TCP port is one of TCP packets, for <c>!=</c> as well.</param>
    public sealed record Match(Region Applies, ImmutableArray<Region> AnyOf, bool IsNegated) : Step;

    /// <summary>Goes on with packets that cannot be told from those it leaves: a limit, or a match that nobody modelled.</summary>
    public sealed record Undecided(string Why) : Step;

    /// <summary>The end of the rule.</summary>
    public sealed record Go(Verdict Verdict) : Step;

    /// <summary>A verdict for each region; the others stay in the chain.</summary>
    public sealed record Choose(Region Applies, ImmutableArray<(Region Key, Verdict Verdict)> Cases) : Step;

    /// <summary>Another destination; a null address is the host's own.</summary>
    public sealed record Translate(string? Address, int? Port) : Step;
}
