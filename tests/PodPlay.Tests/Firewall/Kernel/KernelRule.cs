using System.Collections.Immutable;

namespace PodPlay.Firewall.Kernel;

/// <param name="Comment">In podplay's rules the path of the spec that wants it.</param>
internal sealed record KernelRule(ImmutableArray<Step> Steps, string? Comment)
{
    /// <summary>Rules that only count or log change nobody's fate.</summary>
    public bool Decides { get; } = Steps.Any(s => s is Step.Go or Step.Choose or Step.Translate);
}
