using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>Resolvers of each service as addresses. A service that resolves names does not ask itself.</summary>
internal static class DnsResolver
{
    public static void Resolve(PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        var written = spec.Services.ToLookup(s => s.Name.Value, StringComparer.Ordinal);
        foreach (var service in services.Where(s => s.Zone is not null))
        {
            var wanted = written[service.Name].First().Dns ?? spec.Defaults.Dns;
            service.Dns = [.. wanted.SelectMany(w => AddressesOf(w, service, spec, services, diagnostics)).Distinct()];
        }
    }

    private static IEnumerable<Address> AddressesOf(Spanned<string> resolver, Service asker, PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        if (Address.Parse(resolver.Value) is { } address)
            return [address];
        if (services.FirstOrDefault(s => s.Name == resolver.Value) is not { } service)
        {
            if (!spec.Declares(resolver.Value))
                diagnostics.Report(Diagnose.UnknownService(resolver, resolver.Value, spec.ServiceNames));
            return [];
        }
        if (service == asker)
            return [];
        // The asking is done by podman's own resolver, a process of the host: a service on the host network or on another host is met
        // at its host's address.
        var addresses = service.Host == asker.Host && service.Zone is not null ? service.Replicas[0].Addresses : service.Host.Addresses;
        return addresses.Where(a => asker.Zone!.SubnetOf(a.Family) is not null || a.Family == Family.IPv4);
    }
}
