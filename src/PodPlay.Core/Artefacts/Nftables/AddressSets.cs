using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>The address groups of one table: a set is written only where a rule names it, in the order of the first mention.</summary>
internal sealed class AddressSets
{
    private readonly List<(AddressGroup Group, Family Family)> _used = [];

    /// <summary><c>@lan4</c>; null when the group has no address of the family, so that a rule over it could never match.</summary>
    public string? Named(AddressGroup group, Family family)
    {
        if (!group.Blocks.Any(b => b.Family == family))
            return null;
        if (!_used.Any(u => u.Group.Name == group.Name && u.Family == family))
            _used.Add((group, family));
        return $"@{group.Name}{family.Digit()}";
    }

    /// <summary><c>ip saddr @lan4</c>, or null as above.</summary>
    public string? From(AddressGroup group, Family family) =>
        Named(group, family) is { } set ? $"{family.Word()} saddr {set}" : null;

    public IEnumerable<View> Views() => _used.Select(u => new View
    {
        { "why", u.Group.Why },
        { "name", u.Group.Name + u.Family.Digit() },
        { "type", u.Family.AddressType() },
        { "elements", u.Group.Elements(u.Family) },
    });
}
