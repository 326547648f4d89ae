using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>From addresses back to names: a zone for each /24 and each /64 that holds a host or a container.</summary>
/// <remarks>For the inside only: the reverse zones of public addresses are the provider's.</remarks>
internal static class ReverseZones
{
    private const int Ttl = 300;

    public static IEnumerable<ZoneFile> Of(Network network, Service server)
    {
        // Without the internal domain there is no name to lead back to.
        if (!server.Resolves.Contains(network.Domain))
            return [];
        var master = $"{server.Name}.{network.Domain}";
        return OwnersOf(network)
            .DistinctBy(o => o.Address)
            .GroupBy(o => Prefix.Containing(o.Address, LengthOf(o.Address.Family)))
            .OrderBy(g => g.Key)
            .Select(g => new ZoneFile(
                NameOf(g.Key.Base, g.Key.Length), master, $"hostmaster@{network.Domain}", Ttl, null, "domain",
                [
                    new(NameOf(g.Key.Base, g.Key.Length), RecordType.Ns, [master], $"services.{server.Name}.resolves"),
                    .. g.OrderBy(o => o.Address).Select(o => new DnsRecord(NameOf(o.Address, o.Address.Bits), RecordType.Ptr, [o.Name.FullName], o.Name.Path)),
                ]));
    }

    // An address is one thing: a host, or a container. The services of a host share its address and are not asked for by it.
    private static IEnumerable<(Address Address, NameEntry Name)> OwnersOf(Network network)
    {
        foreach (var entry in network.Names.Entries)
        {
            var addresses = entry switch
            {
                { Kind: NameKind.Host } => entry.Host.Addresses,
                { Replica: { } replica } => replica.Addresses,
                { Kind: NameKind.Service, Service: { IsReplicated: false } one } => one.Replicas[0].Addresses,
                _ => [],
            };
            foreach (var address in addresses)
                yield return (address, entry);
        }
    }

    private static int LengthOf(Family family) => family == Family.IPv4 ? 24 : 64;

    /// <summary><c>100.1.168.192.in-addr.arpa</c>: the first bits of an address, the last one first.</summary>
    private static string NameOf(Address address, int length)
    {
        var (step, format, end) = address.Family == Family.IPv4 ? (8, "d", "in-addr.arpa") : (4, "x", "ip6.arpa");
        var labels = Enumerable.Range(1, length / step)
            .Select(i => (int)(address.Value >> (address.Bits - (i * step))) & ((1 << step) - 1))
            .Reverse()
            .Select(n => n.ToString(format, CultureInfo.InvariantCulture));
        return string.Join('.', labels.Append(end));
    }
}
