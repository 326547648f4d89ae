using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>The bridges, and which source addresses may come from each.</summary>
internal static class ZonesView
{
    // Ordinary users of Debian, and the subordinate ids that their containers have.
    private const string Users = "1000-59999, 100000-2000000000";

    public static View Of(HostScope scope) => new()
    {
        { "bridges", scope.Bridges.Select(z => new View { { "name", z.Bridge }, { "comment", Quote.Nft($"zones.{z.Name}") } }) },
        { "sources", FamilyWords.Both.Select(f => Sources(scope, f)) },
        { "users", Users },
    };

    private static View Sources(HostScope scope, Family family)
    {
        var zones = scope.Bridges.Where(z => z.SubnetOf(family) is not null).ToList();
        return new View
        {
            { "has_zones", zones.Count > 0 },
            { "family", family.Protocol() },
            { "set", $"zone_src{family.Digit()}" },
            { "type", $"ifname . {family.AddressType()}" },
            { "elements", zones.Select(z => $"\"{z.Bridge}\" . {z.SubnetOf(family)!.Prefix}") },
            { "field", $"{family.Word()} saddr" },
            { "nets", $"@zone_nets{family.Digit()}" },
        };
    }
}
