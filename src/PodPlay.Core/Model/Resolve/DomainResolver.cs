using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>Public domains: the names that follow from sites, mail and name servers, and the records that follow from those.</summary>
internal static class DomainResolver
{
    private const int DefaultTtl = 3600;

    public static ImmutableArray<PublicDomain> Resolve(PodPlaySpec spec, string inner, ImmutableArray<Service> services, Router router, ImmutableArray<Certificate> certificates, DiagnosticBag diagnostics)
    {
        var declared = spec.Domains.Concat(spec.Services.SelectMany(s => s.Resolves).Select(DomainSpec.Empty))
            .Where(d => d.Name.Value != inner)
            .DistinctBy(d => d.Name.Value)
            .OrderBy(d => d.Name.Value, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. declared.Select(d => DomainOf(
                new DomainScope(d, [.. declared.Where(o => o != d).Select(o => o.Name.Value)], spec, services, certificates, diagnostics), router)),
        ];
    }

    private static PublicDomain DomainOf(DomainScope scope, Router router)
    {
        var spec = scope.Spec;
        var publicNames = PublicNames.Of(scope);
        var challenges = ChallengeZonesOf(scope);
        return new PublicDomain
        {
            Name = scope.Name,
            Contact = scope.Contact,
            Ttl = spec.Ttl?.Value ?? DefaultTtl,
            Serial = spec.Serial is { } serial ? uint.Parse(serial.Value, System.Globalization.CultureInfo.InvariantCulture) : null,
            Addresses = spec.Addresses.IsEmpty ? [.. router.PublicOf(Family.IPv4)] : [.. spec.Addresses.Select(a => Address.Parse(a.Value)).OfType<Address>().Order()],
            Names = publicNames.All,
            Records = DomainRecords.Of(scope, publicNames, challenges),
            Policy = MailRecords.PolicyOf(scope, publicNames.Mail),
            MasterName = publicNames.NameServers is [var first, ..] ? first : $"ns1.{scope.Name}",
            Secondaries = [.. spec.NameServers.Select(n => Address.Parse(n.Value.Value)).OfType<Address>().Distinct().Order()],
            ChallengeZones = challenges,
        };
    }

    // One zone for each name that is proved: an update of one of them can touch nothing else.
    private static ImmutableArray<string> ChallengeZonesOf(DomainScope scope) => scope.Servers.IsEmpty ? [] :
    [
        .. scope.Certificates
            .Select(c => c.Certificate)
            .Where(c => c.Challenge == Challenge.Dns01 && c.Key is not null)
            .SelectMany(c => c.ChallengeNames)
            .Where(scope.Holds)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
