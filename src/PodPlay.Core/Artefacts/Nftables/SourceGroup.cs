using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Those outside the zones who may come to an opened port: anybody, or the addresses of a group, or all but these.</summary>
/// <param name="Name">Part of the names of maps: <c>pub_lan_tcp4</c>.</param>
internal sealed record SourceGroup(string Name, AddressGroup? Addresses, bool IsInverted)
{
    public static SourceGroup Any { get; } = new("any", null, false);

    public static SourceGroup Lan(Network network) => Of(AddressGroup.Lan(network));

    public static SourceGroup Internet(Network network) => new("internet", AddressGroup.Inside(network), true);

    public static SourceGroup Of(AddressGroup addresses) => new(addresses.Name, addresses, false);

    /// <summary><c>ip saddr @lan4 </c> with a blank behind it, nothing for anybody, null when the group has no address of
    /// the family.</summary>
    public string? Match(AddressSets sets, Family family)
    {
        if (Addresses is null)
            return "";
        if (sets.Named(Addresses, family) is not { } set)
            return IsInverted ? $"meta nfproto {family.Protocol()} " : null;
        return $"{family.Word()} saddr {(IsInverted ? "!= " : "")}{set} ";
    }
}
