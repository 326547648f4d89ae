using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>A family in nft's words.</summary>
internal static class FamilyWords
{
    public static IReadOnlyList<Family> Both { get; } = [Family.IPv4, Family.IPv6];

    /// <summary><c>ip</c> or <c>ip6</c>.</summary>
    public static string Word(this Family family) => family == Family.IPv4 ? "ip" : "ip6";

    /// <summary>Last character of the names of sets and maps that hold addresses of the family.</summary>
    public static string Digit(this Family family) => family == Family.IPv4 ? "4" : "6";

    public static string AddressType(this Family family) => family == Family.IPv4 ? "ipv4_addr" : "ipv6_addr";

    /// <summary>What <c>meta nfproto</c> says.</summary>
    public static string Protocol(this Family family) => family == Family.IPv4 ? "ipv4" : "ipv6";

    /// <summary>One address plain, several as an anonymous set.</summary>
    public static string OneOf(IReadOnlyList<Address> addresses) =>
        addresses.Count == 1 ? addresses[0].ToString() : $"{{ {string.Join(", ", addresses)} }}";
}
