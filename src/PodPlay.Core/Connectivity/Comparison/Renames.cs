using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>
/// Finds what has only changed its name: gone here, new there, and the same in everything that others see of it. Where two could be
/// meant, none is.
/// </summary>
internal static class Renames
{
    public static ImmutableArray<Rename> Between(Network before, Network after)
    {
        var hosts = Find("host", before.Hosts.Select(h => (h.Name, Of(h))), after.Hosts.Select(h => (h.Name, Of(h))));
        var zones = Find("zone", before.Zones.Select(z => (z.Name, Of(z))), after.Zones.Select(z => (z.Name, Of(z))));
        var services = Find(
            "service",
            before.Services.Select(s => (s.Name, Of(s, n => NewName(hosts, n), n => NewName(zones, n)))),
            after.Services.Select(s => (s.Name, Of(s, n => n, n => n))));
        return [.. hosts, .. services, .. zones];
    }

    private static List<Rename> Find(string kind, IEnumerable<(string Name, string Looks)> before, IEnumerable<(string Name, string Looks)> after)
    {
        var (earlier, later) = (before.ToList(), after.ToList());
        var gone = earlier.ExceptBy(later.Select(l => l.Name), e => e.Name).ToLookup(e => e.Looks, e => e.Name, StringComparer.Ordinal);
        var come = later.ExceptBy(earlier.Select(e => e.Name), l => l.Name).ToLookup(l => l.Looks, l => l.Name, StringComparer.Ordinal);
        return [.. gone.Where(g => g.Count() == 1 && come[g.Key].Count() == 1).Select(g => new Rename(kind, g.First(), come[g.Key].First())).OrderBy(r => r.Before, StringComparer.Ordinal)];
    }

    private static string NewName(List<Rename> renames, string name) => renames.Find(r => r.Before == name)?.After ?? name;

    private static string Of(Host host) => string.Join(' ', host.Addresses);

    private static string Of(Zone zone) => string.Join(' ', zone.Subnets.Select(s => s.Prefix));

    private static string Of(Service service, Func<string, string> host, Func<string, string> zone) => string.Join('|', new[]
    {
        service.Image,
        host(service.Host.Name),
        service.Zone is null ? "" : zone(service.Zone.Name),
        $"{service.IsReplicated}",
    }.Concat(service.Ports.Select(p => $"{p.Name} {p.Exposure} {string.Join('+', p.Protocols)} {p.Router} {p.Host} {p.Container} {p.From?.Name}")));
}
