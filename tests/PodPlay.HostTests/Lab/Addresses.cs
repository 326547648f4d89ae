using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>Addresses that the spec does not name: neighbours, the internet, link-local ones. None of them belongs to anybody that it does name.</summary>
internal sealed class Addresses(Network network)
{
    // Documentation blocks (RFC 5737, 3849, 9637), and some addresses of each.
    private static readonly string[] Public4 = ["203.0.113.", "198.51.100.", "192.0.2."];
    private static readonly string[] Public6 = ["2001:db8:ffff::", "3fff:1::"];

    private int _linkLocal = 0x100;

    /// <summary>A public address; the number is its last part.</summary>
    public Address OfInternet(Family family, int number) =>
        Address.Parse($"{(family == Family.IPv4 ? Public4 : Public6).First(p => Numbers.All(n => IsOfInternet($"{p}{n}")))}{number}")!.Value;

    // All of one block: they are neighbours on one wire.
    private static int[] Numbers { get; } = [1, 2, 9, 66];

    private bool IsOfInternet(string text) => Address.Parse(text) is { } address && IsFree(address) && PartyOf(address) is Party.Internet;

    /// <summary>On the link of a host, nobody's; null where the host has no address of the family.</summary>
    public Address? OnLan(Family family, int number) => network.Hosts.Select(h => h.AddressOf(family)).OfType<Address>().Select(a => (Address?)a).FirstOrDefault() is { } host
        ? Enumerable.Range(number, 100).Select(n => LinkOf(host).First.Plus((UInt128)n)).First(a => IsFree(a) && PartyOf(a) is Party.Lan)
        : null;

    /// <summary>One address of each block of a source that is nobody else's.</summary>
    public IEnumerable<Address> OfSource(Source source, Family family) =>
        source.Of(family).SelectMany(b => new[] { b.First, b.Last }.Where(a => PartyOf(a) is Party.OfSource).Take(1));

    /// <summary>The LAN's block around an address, as its owner would configure it.</summary>
    public Prefix LinkOf(Address address)
    {
        var usual = Prefix.Containing(address, address.Family == Family.IPv4 ? 24 : 64);
        return network.Router.IsDeclared && network.Router.Lan.FirstOrDefault(b => b.Contains(address)) is { Length: > 0 } block ? block : usual;
    }

    public bool IsOnLan(Address address) => network.Hosts.SelectMany(h => h.Addresses).Any(h => LinkOf(h).Contains(address));

    public Address NextLinkLocal() => Prefix.Parse("fe80::/64").First.Plus((UInt128)_linkLocal++);

    /// <summary>Who an address outside the hosts is, in the words of <c>connectivity.csv</c>.</summary>
    public Party PartyOf(Address address)
    {
        var sources = network.Sources.Where(s => s.Blocks.Any(b => b.Contains(address))).Select(s => s.Name).ToList();
        return network.Router.Addresses.Contains(address) ? new Party.Router()
            : network.Hosts.FirstOrDefault(h => h.Addresses.Contains(address)) is { } host ? new Party.OfHost(host)
            : sources.Count > 0 ? new Party.OfSource(string.Join('+', sources), IsLan(address))
            : IsLan(address) ? new Party.Lan()
            : new Party.Internet();
    }

    private bool IsLan(Address address) => network.Router.Lan.Append(Prefix.Parse("fe80::/10")).Any(b => b.Contains(address));

    private bool IsFree(Address address) =>
        !network.Hosts.SelectMany(h => h.Addresses).Concat(network.Router.Addresses).Concat(network.Router.Public).Concat(network.Services.SelectMany(s => s.Replicas).SelectMany(r => r.Addresses)).Contains(address)
        && !network.Sources.SelectMany(s => s.Blocks).Concat(network.Zones.Where(z => z.Attachment is null).SelectMany(z => z.Subnets).Select(s => s.Prefix)).Any(b => b.Contains(address));
}
