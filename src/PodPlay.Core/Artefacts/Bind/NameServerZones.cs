using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>Which zones a name server has: public domains for the internet, and for the inside those again with the addresses that count
/// there, the internal domain, and the way back from addresses to names.</summary>
/// <param name="External">By name; empty for a name server that the internet does not reach.</param>
/// <param name="Internal">By name; the reverse ones last.</param>
/// <param name="Dynamic">Zones that change at run time, by name: they lie in a volume and are only begun by podplay.</param>
internal sealed record NameServerZones(ImmutableArray<ZoneFile> External, ImmutableArray<ZoneFile> Internal, ImmutableArray<ZoneFile> Dynamic)
{
    private const int InternalTtl = 300;
    private const int ChallengeTtl = 30;

    public static NameServerZones Of(Network network, Service server)
    {
        var domains = network.Domains.Where(d => server.Resolves.Contains(d.Name)).ToList();
        return new(
            server.IsPublicNameServer ? [.. domains.Select(Outside)] : [],
            [.. domains.Select(d => Inside(network, d)), .. InternalDomain(network, server), .. ReverseZones.Of(network, server)],
            [.. domains.SelectMany(d => d.ChallengeZones.Select(z => Challenge(d, z)))]);
    }

    private static ZoneFile Outside(PublicDomain domain) =>
        Of(domain, domain.Ttl, domain.Names.SelectMany(n => Meeting.Outside(n, domain.Addresses).Select(a => DnsRecord.Of(n.Name, a, n.Path))));

    private static ZoneFile Inside(Network network, PublicDomain domain) => Of(
        domain,
        Math.Min(domain.Ttl, InternalTtl),
        from entry in network.Names.Entries
        where domain.Names.Any(n => n.Name == entry.FullName)
        from address in Meeting.Inside(entry, domain.Addresses)
        select DnsRecord.Of(entry.FullName, address, entry.Path));

    private static ZoneFile Of(PublicDomain domain, int ttl, IEnumerable<DnsRecord> addresses) =>
        new(domain.Name, domain.MasterName, domain.Contact, ttl, domain.Serial, domain.Path,
            Sorted(domain.Name, domain.Records.Concat(addresses.Where(a => !domain.IsOverridden(a.Name, a.Type)))));

    private static IEnumerable<ZoneFile> InternalDomain(Network network, Service server)
    {
        if (!server.Resolves.Contains(network.Domain))
            yield break;
        var master = $"{server.Name}.{network.Domain}";
        var addresses =
            from entry in network.Names.Entries
            where entry.Kind is not (NameKind.Public or NameKind.NameServer)
            from address in Meeting.Inside(entry, [])
            select DnsRecord.Of(entry.FullName, address, entry.Path);
        yield return new ZoneFile(
            network.Domain, master, $"hostmaster@{network.Domain}", InternalTtl, null, "domain",
            Sorted(network.Domain, addresses.Prepend(new(network.Domain, RecordType.Ns, [master], $"services.{server.Name}.resolves"))));
    }

    private static ZoneFile Challenge(PublicDomain domain, string name) =>
        new(name, domain.MasterName, domain.Contact, ChallengeTtl, null, "certificates", [new(name, RecordType.Ns, [domain.MasterName], "certificates")]);

    // Addresses stay in their own order: it is the number of the replica.
    private static ImmutableArray<DnsRecord> Sorted(string apex, IEnumerable<DnsRecord> records) =>
        [.. records.OrderBy(r => r.Name == apex ? "" : r.Name, StringComparer.Ordinal).ThenBy(r => r.Type)];
}
