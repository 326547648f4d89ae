using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Public domains as a whole: is there somebody who answers, and an address to answer with?</summary>
internal static class DomainChecks
{
    private const int Dns = 53;

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var domain in network.Domains)
        {
            var servers = network.Services.Where(s => s.Resolves.Contains(domain.Name)).ToList();
            if (servers.Count == 0 && places.Key(domain.Path) is { } declared)
                diagnostics.Report(Diagnose.DomainUnanswered(declared, domain.Name));
            foreach (var server in servers.Where(s => s.IsPublicNameServer).Take(1))
            {
                if (places.Item($"services.{server.Name}.resolves", domain.Name) is { } place)
                    CheckPublic(network, domain, place, places, diagnostics);
            }
            CheckHairpin(network.Router, domain, places, diagnostics);
            if (servers.Count > 0)
                CheckLanPorts(network, domain, places, diagnostics);
            if (places.Value($"{domain.Path}.mta-sts") is { } policy)
                CheckPolicy(network, domain, policy, diagnostics);
            RecordChecks.Check(network, domain, places, diagnostics);
        }
        foreach (var server in network.Services.Where(s => s.IsNameServer && !s.Ports.Any(IsDns)))
        {
            if (places.Key($"services.{server.Name}.resolves") is { } place)
                diagnostics.Report(Diagnose.DeadResolver(place, server.Name, "it has no port 53", "public: { dns: 53/tcp+udp }, or lan:"));
        }
    }

    public static bool IsDns(Port port) => port.Container.Contains(Dns);

    private static void CheckPolicy(Network network, PublicDomain domain, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (!domain.GivesAddress(MailPolicy.SiteOf(domain.Name)))
            diagnostics.Report(Diagnose.PolicyNotShown(place, domain.Name));
        if (PolicySite.Of(domain) is not { } site || !site.Owner.IsPublic)
            return;
        if (PolicySite.EntranceOf(site.Owner) is null)
            diagnostics.Report(Diagnose.PolicyUnread(place, site.Policy, $"{site.Owner.Name} has no public port 443", $"public: {{ https: 443 }} on {site.Owner.Name}"));
        else if (site.Showers.IsEmpty)
            diagnostics.Report(Diagnose.PolicyByHand(place, site.Policy, site.Owner));
        // Of a site that the spec lists, the finding stands there.
        foreach (var shower in site.Showers.Where(s => !network.DeployedTo(s).Any(c => c.Covers(site.Policy.Site)) && !s.VirtualHosts.Any(v => v.Has(site.Policy.Site))))
            diagnostics.Report(Diagnose.PolicyUnread(place, site.Policy, $"no certificate of {shower.Name} has the name {site.Policy.Site}", CertificateFix(network, shower, site.Policy)));
    }

    private static string CertificateFix(Network network, Service shower, MailPolicy policy) => network.DeployedTo(shower).FirstOrDefault() is { } certificate
        ? $"{policy.Site} under names: of the certificate {certificate.Name}"
        : $"a certificate for {policy.Site} with deploy: [{shower.Name}]";

    private static void CheckPublic(Network network, PublicDomain domain, SourceSpan place, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (domain.Addresses.IsEmpty && network.Router.IsDynamic(Family.IPv4))
            diagnostics.Report(Diagnose.DynamicNameServer(place, domain.Name, places.Item("router.public", "dynamic")));
        else if (domain.Addresses.IsEmpty)
            diagnostics.Report(Diagnose.NoPublicAddress(place, domain.Name));
        if (domain.Records.Count(r => r.Name == domain.Name && r.Type == RecordType.Ns) == 1)
            diagnostics.Report(Diagnose.OneNameServer(place, domain.Name));
    }

    // The first of its names: they all give the same addresses.
    private static void CheckLanPorts(Network network, PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var name in domain.Names.Where(n => !n.IsNameServer && n.Service.IsServed(Family.IPv4)).DistinctBy(n => n.Service))
        {
            if (name.Service.Ports.FirstOrDefault(IsMoved) is not { } moved || places.Value(moved.Path) is not { } movedPlace)
                continue;
            foreach (var port in name.Service.Ports.Where(p => p.Exposure == Exposure.Lan))
            {
                if (places.Value(port.Path) is { } place)
                    diagnostics.Report(Diagnose.LanPortByName(place, port, name.Name, name.Service, $"{name.Service.Name}.{network.Domain}", (moved, movedPlace)));
            }
        }
    }

    private static bool IsMoved(Port port) => port.Router is not null && port.Router != port.Host;

    private static void CheckHairpin(Router router, PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        // A router that podplay configures loops back what is called by its own address.
        if (router is { Kind: not null, CanHairpin: true } && !domain.Addresses.IsEmpty && !domain.Addresses.Except(router.Public).Any())
            return;
        foreach (var name in domain.Names)
        {
            if (name.Service.Ports.FirstOrDefault(IsMoved) is { } moved && places.Value(moved.Path) is { } place)
                diagnostics.Report(Diagnose.Hairpin(place, name.Name, moved, !domain.Addresses.IsEmpty));
        }
    }
}
