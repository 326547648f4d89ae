namespace PodPlay.Connectivity.Comparison;

/// <summary>One permission for a pairing.</summary>
/// <param name="CallerName">As people are told.</param>
internal sealed record Allowance(string CallerName, Cell Cell)
{
    public bool IsLimited => Cell.Condition == Matrix.RateLimited;
}
