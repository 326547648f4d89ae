using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>The permissions of a network, told in names: who reaches whom.</summary>
public static class Matrix
{
    /// <summary>The condition of a cell: certain for a caller that keeps to the limits.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>Sorted by caller, called, protocol, port, family, reason; each line once.</summary>
    public static ImmutableArray<Cell> Of(Network network) => Known.Of(network);

    private static readonly Derived<ImmutableArray<Cell>> Known = new(network =>
        Analysis.Analyse(network).SelectMany(p => CellsOf(p, OutsideWorld.Of(network, p.Family))).Distinct().ToImmutableArray().Sort(InOrder));

    // One comparison and not a chain of keys, each of which would be kept for every one of many thousands.
    private static int InOrder(Cell a, Cell b)
    {
        var order = string.CompareOrdinal(a.From.Name, b.From.Name);
        if (order == 0)
            order = string.CompareOrdinal(a.To.Name, b.To.Name);
        if (order == 0)
            order = (a.Protocol, a.Ports, a.Family).CompareTo((b.Protocol, b.Ports, b.Family));
        if (order == 0)
            order = string.CompareOrdinal(a.Because, b.Because);
        if (order == 0)
            order = string.CompareOrdinal(a.Via, b.Via);
        return order == 0 ? string.CompareOrdinal(a.Condition, b.Condition) : order;
    }

    internal static IEnumerable<Cell> CellsOf(Permission permission, OutsideWorld outside) =>
        from caller in CallersOf(permission, outside)
        from called in CalledBy(permission)
        where caller != called
        select new Cell(caller, called, permission.Protocol, PortsFor(caller, permission), permission.Family, Via(caller, permission), ConditionOf(permission, caller, outside), permission.Because) { Reached = permission.Reached };

    private static IEnumerable<Party> CallersOf(Permission permission, OutsideWorld outside) => permission.From switch
    {
        Origin.Anybody => Outside(permission, outside, _ => true),
        Origin.Blocks b => Outside(permission, outside, a => IsIn(b, a)),
        Origin.WholeZone { Zone: { } zone } => zone.Services.Select(s => (Party)new Party.OfService(s)).Append(new Party.OthersInZone(zone)),
        Origin.Replicas { Service: { } service } => [new Party.OfService(service)],
        Origin.Processes { Host: { } host } => [new Party.OfHost(host)],
        _ => [],
    };

    // The host's own address does not come from outside, and the internet comes only where the router lets it.
    private static IEnumerable<Party> Outside(Permission permission, OutsideWorld outside, Func<Address, bool> isAllowed) =>
        outside.Classes
            .Where(c => isAllowed(c.Sample))
            .Select(c => c.Party)
            .Where(p => p is not Party.OfHost { Host: { } host } || host != permission.At)
            .Where(p => p is not Party.Internet || permission.Router is not null)
            .Distinct();

    private static bool IsIn(Origin.Blocks blocks, Address address) => blocks.Allowed.Any(p => p.Contains(address)) && !blocks.Except.Contains(address);

    private static IEnumerable<Party> CalledBy(Permission permission) => permission.To switch
    {
        Target.Containers { Service: { } service } => [new Party.OfService(service)],
        Target.HostAddresses { Service: { } service } => [new Party.OfService(service)],
        Target.HostAddresses { Host: { } host } => [new Party.OfHost(host)],
        Target.Internet => [new Party.Internet()],
        Target.Everybody { Parties: { } parties } => parties,
        Target.AllContainers { Host: { } host } => host.Zones
            .Where(z => z.Attachment is null && z.SubnetOf(permission.Family) is not null)
            .SelectMany(z => z.Services.Select(s => (Party)new Party.OfService(s)).Append(new Party.OthersInZone(z))),
        _ => [],
    };

    private static PortRange PortsFor(Party caller, Permission permission) =>
        caller is Party.Internet && permission.Router is { } router ? router : permission.Called;

    private static string Via(Party caller, Permission permission)
    {
        var host = $"{permission.At.Name}:{permission.Called}";
        var end = permission.To switch
        {
            Target.Containers { Service: { } s } => $"{s.Name}:{permission.Reached}",
            Target.HostAddresses { Service: { } s } => $"{s.Name}:{permission.Reached}",
            _ => "",
        };
        var router = caller is Party.Internet && permission.Family == Family.IPv4 && permission.Router is { } port ? $"router:{port} -> " : "";
        return permission.Way switch
        {
            Way.Published => $"{router}{host} -> {end}",
            Way.HostPort => $"{router}{host}",
            Way.ZoneToHost => $"{ZoneOf(permission)} -> {permission.At.Name}",
            Way.ZoneToZone => $"{ZoneOf(permission)} -> {(permission.To as Target.Containers)?.Service.Zone?.Name}",
            Way.SameZone => $"inside {ZoneOf(permission)}",
            Way.Egress => $"{ZoneOf(permission)} -> {permission.At.Name} -> outside",
            Way.HostToContainer => $"processes of {permission.At.Name}",
            _ when WireOf(permission) is { } wire => $"on the wire of {permission.At.Name} {wire.Parent}",
            _ => $"inside rootless {permission.At.Rootless?.User}",
        };
    }

    private static string ZoneOf(Permission permission) => permission.From switch
    {
        Origin.WholeZone { Zone.Name: { } zone } => zone,
        Origin.Replicas { Service.Zone.Name: { } zone } => zone,
        _ => "",
    };

    private static Attachment? WireOf(Permission permission) => (permission.From, permission.To) switch
    {
        (Origin.Replicas { Service.Zone.Attachment: { } wire }, _) => wire,
        (_, Target.Containers { Service.Zone.Attachment: { } wire }) => wire,
        _ => null,
    };

    private static string ConditionOf(Permission permission, Party caller, OutsideWorld outside) =>
        permission.Way == Way.Unenforced ? $"not enforced: {WireOf(permission)?.Word ?? "rootless"}" : permission.IsLimited && IsOutsideLan(permission, caller, outside) ? RateLimited : "";

    /// <summary>Whether some of a caller's addresses that may come are not of the LAN, which no limits concern.</summary>
    private static bool IsOutsideLan(Permission permission, Party caller, OutsideWorld outside) => outside.Classes.Any(c =>
        c.Party == caller && !outside.Lan.Any(b => b.Contains(c.Sample)) && (permission.From is not Origin.Blocks blocks || IsIn(blocks, c.Sample)));
}
