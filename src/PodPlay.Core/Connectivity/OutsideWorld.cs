using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>
/// The addresses outside the zones, cut into classes that no permission tells apart: the router, other hosts, sources, the rest of
/// the LAN, and everybody else. One address stands for its class.
/// </summary>
internal sealed class OutsideWorld
{
    private static readonly Prefix[] Loopback = [Prefix.Parse("127.0.0.0/8"), Prefix.Parse("::1/128")];

    private OutsideWorld(ImmutableArray<(Party Party, Address Sample, bool IsLan)> classes) => Classes = classes;

    /// <summary>Each party once for each way in which permissions may treat it; by party name.</summary>
    public ImmutableArray<(Party Party, Address Sample, bool IsLan)> Classes { get; }

    public static OutsideWorld Of(Network network, Family family)
    {
        var lan = Analysis.LanOf(network).Where(b => b.Family == family).ToList();
        var zones = network.Zones.Select(z => z.SubnetOf(family)?.Prefix).OfType<Prefix>().Concat(Loopback.Where(l => l.Family == family)).ToList();
        var blocks = lan.Concat(zones)
            .Concat(network.Sources.SelectMany(s => s.Of(family)))
            .Concat(network.Router.Addresses.Concat(network.Hosts.SelectMany(h => h.Addresses)).Where(a => a.Family == family).Select(Prefix.Of));
        var found = new Dictionary<string, (Party Party, Address Sample, bool IsLan)>(StringComparer.Ordinal);
        foreach (var sample in StartsOfPieces(family, [.. blocks]).Where(a => !zones.Exists(z => z.Contains(a))))
        {
            var isLan = lan.Exists(b => b.Contains(sample));
            var (party, signature) = PartyOf(network, sample, isLan);
            found.TryAdd(signature, (party, sample, isLan));
        }
        return new([.. found.OrderBy(f => f.Value.Party.Name, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)]);
    }

    // Between two neighbouring boundaries no set begins or ends: the first address stands for the whole piece.
    private static IEnumerable<Address> StartsOfPieces(Family family, ImmutableArray<Prefix> blocks)
    {
        var last = family == Family.IPv4 ? uint.MaxValue : UInt128.MaxValue;
        var starts = new SortedSet<UInt128> { 0 };
        foreach (var block in blocks)
        {
            starts.Add(block.First.Value);
            if (block.Last.Value < last)
                starts.Add(block.Last.Value + 1);
        }
        return starts.Select(s => new Address(family, s));
    }

    private static (Party Party, string Signature) PartyOf(Network network, Address address, bool isLan)
    {
        var sources = network.Sources.Where(s => s.Blocks.Any(b => b.Contains(address))).Select(s => s.Name).ToList();
        var host = network.Hosts.FirstOrDefault(h => h.Addresses.Contains(address));
        var isRouter = network.Router.Addresses.Contains(address);
        Party party = isRouter ? new Party.Router()
            : host is not null ? new Party.OfHost(host)
            : sources.Count > 0 ? new Party.OfSource(string.Join("+", sources))
            : isLan ? new Party.Lan()
            : new Party.Internet();
        return (party, $"{party.Name}|{isLan}|{string.Join(",", sources)}");
    }
}
