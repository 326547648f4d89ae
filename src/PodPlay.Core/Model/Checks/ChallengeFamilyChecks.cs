using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Let's Encrypt looks up each name and asks by IPv6 first where it has an AAAA record: does that address lead to the owner of port 80?</summary>
internal static class ChallengeFamilyChecks
{
    public static void Check(Network network, Certificate certificate, Service owner, SourceSpan challenge, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var unknown = false;
        foreach (var name in certificate.Names.Where(n => !Certificate.IsWildcard(n)))
        {
            if (DomainOf(network, name) is not { } domain)
                unknown = true;
            else
            {
                if (!domain.GivesAddress(name))
                    diagnostics.Report(Diagnose.NameWithoutAddress(PlaceOf(certificate, name, places) ?? challenge, name, domain.Name));
                foreach (var address in AddressesOf(domain, name).Where(a => a != Answering(owner)?.ToString()))
                    diagnostics.Report(Diagnose.Http01OtherAddress(PlaceOf(certificate, name, places) ?? challenge, name, address, WhereTo(owner)));
            }
        }
        // Somebody else answers for the name: podplay does not know what it is told.
        if (unknown && DualStackChecks.HasIPv6(network) && Answering(owner) is null)
            diagnostics.Report(Diagnose.Http01Ipv6(challenge, certificate.Name, WhereTo(owner)));
    }

    private static Address? Answering(Service owner) => owner.IsServed(Family.IPv6) ? owner.Host.AddressOf(Family.IPv6) : null;

    private static string WhereTo(Service owner) => owner.Host.AddressOf(Family.IPv6) is not { } address ? $"port 80 goes to {owner.Host.Name}, which has no IPv6 address"
        : !owner.IsServed(Family.IPv6) ? $"port 80 goes to zone {owner.Zone?.Name}, which has no IPv6 subnet"
        : $"port 80 goes to {owner.Name}, at {address}";

    private static PublicDomain? DomainOf(Network network, string name) => network.Domains.FirstOrDefault(d =>
        d.Holds(name) && network.Services.Any(s => s.IsPublicNameServer && s.Resolves.Contains(d.Name)));

    private static SourceSpan? PlaceOf(Certificate certificate, string name, SpecPlaces places) =>
        name == certificate.Name ? places.Key(certificate.Path) : places.Item($"{certificate.Path}.names", name);

    // What the outer view says, as the zone is written.
    private static IEnumerable<string> AddressesOf(PublicDomain domain, string name)
    {
        var written = domain.Records.Where(r => r.Name == name && r.Type == RecordType.Aaaa).Select(r => r.Words[0]);
        var followed = domain.IsOverridden(name, RecordType.Aaaa) ? [] : domain.Names.Where(n => n.Name == name)
            .SelectMany(n => Meeting.Outside(n, [])).Where(a => a.Family == Family.IPv6).Select(a => a.ToString());
        return written.Concat(followed).Distinct();
    }
}
