namespace PodPlay.Firewall.Packets;

/// <summary>The bits of <c>ct state</c> as <c>nft --numeric</c> prints them.</summary>
internal static class PacketState
{
    public static ValueSet Invalid { get; } = ValueSet.Of(1);

    /// <summary>Established and related.</summary>
    public static ValueSet Known { get; } = ValueSet.Of(2, 4);

    /// <summary>New, and what is never tracked (neighbour discovery).</summary>
    public static ValueSet Opening { get; } = ValueSet.Of(8, 64);

    public static ValueSet Any { get; } = ValueSet.Of(1, 2, 4, 8, 64);

    public static string NameOf(UInt128 bit) => (int)bit switch
    {
        1 => "invalid",
        2 => "established",
        4 => "related",
        8 => "new",
        64 => "untracked",
        _ => "?",
    };
}
