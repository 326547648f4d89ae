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

    private OutsideWorld(ImmutableArray<(Party Party, Address Sample)> classes, ImmutableArray<Prefix> lan)
    {
        Classes = classes;
        Lan = lan;
    }

    /// <summary>The addresses that are exempt from limits.</summary>
    public ImmutableArray<Prefix> Lan { get; }

    /// <summary>Each party once for each way in which permissions may treat it; by party name.</summary>
    public ImmutableArray<(Party Party, Address Sample)> Classes { get; }

    public static OutsideWorld Of(Network network, Family family) => (family == Family.IPv4 ? KnownIPv4 : KnownIPv6).Of(network);

    private static readonly Derived<OutsideWorld> KnownIPv4 = new(network => Classify(network, Family.IPv4));

    private static readonly Derived<OutsideWorld> KnownIPv6 = new(network => Classify(network, Family.IPv6));

    private static OutsideWorld Classify(Network network, Family family)
    {
        var found = new Dictionary<string, (Party, Address)>(StringComparer.Ordinal);
        foreach (var sample in StartsOfPieces(family, Blocks(network, family)).Where(a => IsOutside(network, a)))
        {
            var (party, signature) = PartyOf(network, sample);
            found.TryAdd(signature, (party, sample));
        }
        return new([.. found.OrderBy(f => f.Value.Item1.Name, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)], Analysis.LanOf(network));
    }

    /// <summary>For permissions of callers inside.</summary>
    public static OutsideWorld Nowhere { get; } = new([], []);

    /// <summary>One class alone.</summary>
    public static OutsideWorld Of(Network network, Party party, Address sample) => new([(party, sample)], Analysis.LanOf(network));

    /// <summary>Every address set that a permission may speak of, zones included.</summary>
    public static IEnumerable<Prefix> Blocks(Network network, Family family) =>
        Analysis.LanOf(network)
            .Concat(Bridged(network))
            .Concat(Loopback)
            .Concat(network.Sources.SelectMany(s => s.Blocks))
            .Concat(network.Router.Addresses.Concat(network.Hosts.SelectMany(h => h.Addresses)).Concat(OnWire(network).SelectMany(s => s.Replicas).SelectMany(r => r.Addresses)).Select(Prefix.Of))
            .Where(b => b.Family == family);

    /// <summary>Neither in a zone nor loopback.</summary>
    public static bool IsOutside(Network network, Address address) =>
        !Bridged(network).Concat(Loopback).Any(b => b.Contains(address));

    // Machines of the LAN, whichever host runs them.
    private static IEnumerable<Service> OnWire(Network network) => network.Services.Where(s => s.Zone?.Attachment is not null);

    // A zone on a wire lies in the LAN.
    private static IEnumerable<Prefix> Bridged(Network network) => network.Zones.Where(z => z.Attachment is null).SelectMany(z => z.Subnets).Select(s => s.Prefix);

    // Between two neighbouring boundaries no set begins or ends: the first address stands for the whole piece.
    public static IEnumerable<Address> StartsOfPieces(Family family, IEnumerable<Prefix> blocks)
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

    /// <summary>Who has the address, and what tells permissions about it apart.</summary>
    public static (Party Party, string Signature) PartyOf(Network network, Address address)
    {
        var sources = network.Sources.Where(s => s.Blocks.Any(b => b.Contains(address))).Select(s => s.Name).ToList();
        var isLan = Analysis.LanOf(network).Any(b => b.Contains(address));
        var host = network.Hosts.FirstOrDefault(h => h.Addresses.Contains(address));
        var isRouter = network.Router.Addresses.Contains(address);
        Party party = isRouter ? new Party.Router()
            : host is not null ? new Party.OfHost(host)
            : OnWire(network).FirstOrDefault(s => s.Replicas.Any(r => r.Addresses.Contains(address))) is { } service ? new Party.OfService(service)
            : sources.Count > 0 ? new Party.OfSource(string.Join("+", sources), isLan)
            : isLan ? new Party.Lan()
            : new Party.Internet();
        return (party, $"{party.Name}|{isLan}|{string.Join(",", sources)}");
    }
}
