using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>
/// The named sets of service addresses of one table. A set is written only where a rule names it. Both tables fill theirs from
/// one <c>define</c> above them, so that one more replica is one line for each family in the whole file.
/// </summary>
internal sealed class ServiceSets
{
    private readonly HashSet<(Service Service, Family Family)> _used = [];

    public static bool HasAddress(Service service, Family family) => service.Replicas.Any(r => r.AddressOf(family) is not null);

    /// <summary><c>@svc_apache4</c></summary>
    public string Named(Service service, Family family)
    {
        _used.Add((service, family));
        return "@" + SetName(service, family);
    }

    public IEnumerable<View> Views() => Sorted(_used).Select(u => new View
    {
        { "path", $"services.{u.Service.Name}" },
        { "name", SetName(u.Service, u.Family) },
        { "type", u.Family.AddressType() },
        { "variable", Variable(u.Service, u.Family) },
    });

    /// <summary>The <c>define</c>s that the sets of several tables are filled from.</summary>
    public static IEnumerable<View> Definitions(params ReadOnlySpan<ServiceSets> tables)
    {
        var used = new HashSet<(Service Service, Family Family)>();
        foreach (var table in tables)
            used.UnionWith(table._used);
        return Sorted(used).Select(u => new View
        {
            { "path", $"services.{u.Service.Name}" },
            { "variable", Variable(u.Service, u.Family) },
            { "addresses", u.Service.Replicas.Select(r => r.AddressOf(u.Family)).OfType<Address>().Select(a => a.ToString()) },
        });
    }

    private static IOrderedEnumerable<(Service Service, Family Family)> Sorted(IEnumerable<(Service Service, Family Family)> used) =>
        used.OrderBy(u => u.Service.Name, StringComparer.Ordinal).ThenBy(u => u.Family);

    private static string SetName(Service service, Family family) => Quote.NftName("svc_", service.Name, family.Digit());

    private static string Variable(Service service, Family family) => Quote.NftName("pp_", service.Name, family.Digit());
}
