using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>Limits of a service for each client address outside the LAN; for IPv6 each /64, since one customer has a whole one.</summary>
internal static class LimitsView
{
    public static IEnumerable<View> Of(HostScope scope) => scope.Host.Services
        .Where(s => s.Limits is { CountsConnections: true } && s.Ports.Any(p => p.Host is not null))
        .Select(s => LimitView(scope, s, s.Limits!));

    private static View LimitView(HostScope scope, Service service, Limits limits)
    {
        var chain = ServiceChain.Limit(service);
        var families = FamilyWords.Both.Where(service.IsServed).ToList();
        return new View
        {
            { "chain", chain },
            { "path", $"services.{service.Name}.limits" },
            { "counter", scope.Counter(chain) },
            { "exempt", families.Select(f => scope.Groups.From(AddressGroup.Lan(scope.Network), f)).OfType<string>() },
            { "families", families.Select(f => Sets(service, f)) },
            { "has_rate", limits.NewPerSecond is not null },
            { "rate", limits.NewPerSecond ?? 0 },
            { "burst", limits.Burst },
            { "has_connections", limits.Connections is not null },
            { "connections", limits.Connections ?? 0 },
        };
    }

    private static View Sets(Service service, Family family) => new()
    {
        { "type", family.AddressType() },
        { "key", family == Family.IPv4 ? "ip saddr" : "ip6 saddr & ffff:ffff:ffff:ffff::" },
        { "rate_set", Quote.NftName("rate_", service.Name, family.Digit()) },
        { "connections_set", Quote.NftName("conn_", service.Name, family.Digit()) },
    };
}
