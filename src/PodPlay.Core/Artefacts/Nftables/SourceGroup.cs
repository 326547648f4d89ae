using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Those outside the zones who may come to an opened port: anybody, or the addresses of a group.</summary>
/// <param name="Name">Part of the names of maps: <c>pub_lan_tcp4</c>.</param>
internal sealed record SourceGroup(string Name, AddressGroup? Addresses)
{
    public static SourceGroup Any { get; } = new("any", null);

    public static SourceGroup Lan(Network network) => Of(AddressGroup.Lan(network));

    public static SourceGroup Of(AddressGroup addresses) => new(addresses.Name, addresses);

    /// <summary><c>ip saddr @lan4 </c> with a blank behind it, nothing for anybody, null when the group has no address of
    /// the family.</summary>
    public string? Match(AddressSets sets, Family family)
    {
        if (Addresses is null)
            return "";
        return sets.From(Addresses, family) is { } match ? match + " " : null;
    }
}
