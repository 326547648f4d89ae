using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>Spec to network: references become objects, defaults are applied, addresses are given, lists get their order.</summary>
internal static class NetworkResolver
{
    /// <param name="remembered">The numbers that earlier runs chose.</param>
    /// <returns>The network as far as it could be resolved, and the lock that goes with it.</returns>
    public static (Network Network, AddressLock Lock) Resolve(PodPlaySpec spec, AddressLock remembered, DiagnosticBag diagnostics)
    {
        var name = spec.Name?.Value ?? "podplay";
        var sources = RouterResolver.ResolveSources(spec, diagnostics);
        var hosts = HostResolver.Resolve(spec, sources, diagnostics);
        var zones = ZoneResolver.Resolve(spec, name, hosts, diagnostics);
        var around = new Surroundings(hosts, zones, sources);
        var services = ServiceResolver.Resolve(spec, around, diagnostics);
        var chosen = AddressAllocator.Allocate(spec, services, remembered, diagnostics);
        BalanceResolver.Resolve(spec, services, diagnostics);
        DnsResolver.Resolve(spec, services, diagnostics);
        foreach (var zone in zones)
            zone.Services = [.. services.Where(s => s.Zone == zone)];
        foreach (var host in hosts)
        {
            host.Zones = [.. zones.Where(z => z.Host == host)];
            host.Services = [.. services.Where(s => s.Host == host)];
        }
        var router = RouterResolver.Resolve(spec, diagnostics);
        var certificates = CertificateResolver.Resolve(spec, services, diagnostics);
        var domain = spec.Domain?.Value ?? "podplay.internal";
        var network = new Network
        {
            Name = name,
            Domain = domain,
            Router = router,
            Sources = sources,
            Hosts = hosts,
            Zones = zones,
            Services = services,
            Flows = FlowResolver.Resolve(spec, around, services, diagnostics),
            Assertions = AssertionResolver.Resolve(spec, around, services, diagnostics),
            Certificates = certificates,
            Domains = DomainResolver.Resolve(spec, domain, services, router, certificates, diagnostics),
        };
        return (network, chosen);
    }
}
