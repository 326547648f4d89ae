namespace PodPlay.Firewall.Kernel;

internal enum VerdictKind
{
    Accept,

    /// <summary>Reject too: the connection does not come about.</summary>
    Drop,
    Jump,
    Goto,
    Return,
    Continue,
}

/// <summary>What becomes of a packet.</summary>
/// <param name="Target">The chain of a jump or goto.</param>
internal sealed record Verdict(VerdictKind Kind, string? Target = null)
{
    public static Verdict Accept { get; } = new(VerdictKind.Accept);

    public static Verdict Drop { get; } = new(VerdictKind.Drop);
}
