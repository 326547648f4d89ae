using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Can the router do what the public ports need?</summary>
internal static class RouterChecks
{
    private static readonly Prefix Shared = Prefix.Parse("100.64.0.0/10");
    private static readonly Prefix[] Private = [Prefix.Parse("10.0.0.0/8"), Prefix.Parse("172.16.0.0/12"), Prefix.Parse("192.168.0.0/16")];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var router = network.Router;
        var openings = RouterOpenings.Of(network);
        CheckHosts(network, openings, places, diagnostics);
        if (!router.IsDeclared)
            return;
        if (router is { Kind: RouterKind.Nftables or RouterKind.Vyos, Wan: null } && places.Value("router.kind") is { } kind)
            diagnostics.Report(Diagnose.RouterInterfacesMissing(kind, router.Kind == RouterKind.Vyos ? "vyos" : "nftables"));
        if (openings.Forwards.IsEmpty)
            return;
        if (!router.IsDynamic(Family.IPv4) && !router.PublicOf(Family.IPv4).Any() && places.Key("router.address") is { } address)
            diagnostics.Report(Diagnose.RouterPublicMissing(address));
        foreach (var open in router.PublicOf(Family.IPv4))
            CheckPublic(router, open, places, diagnostics);
        if (router.Kind is not null && !router.CanHairpin && openings.Forwards.FirstOrDefault(f => f.NeedsHairpin) is { } forward && places.Value("router.kind") is { } place)
            diagnostics.Report(Diagnose.HairpinImpossible(place, forward));
    }

    private static void CheckPublic(Router router, Address address, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (places.Item("router.public", address.ToString()) is not { } place)
            return;
        if (router.Lan.Any(l => l.Contains(address)))
            diagnostics.Report(Diagnose.RouterPublicInLan(place, address));
        else if (Shared.Contains(address))
            diagnostics.Report(Diagnose.RouterCgnat(place, address));
        else if (Private.Any(p => p.Contains(address)))
            diagnostics.Report(Diagnose.RouterDoubleNat(place, address));
    }

    private static void CheckHosts(Network network, RouterOpenings openings, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var served = network.Services.Where(s => s.Ports.Any(p => p.Router is not null) && (s.Zone is null || s.Zone.SubnetOf(Family.IPv6) is not null));
        foreach (var host in served.Select(s => s.Host).Distinct())
        {
            if (host.AddressOf(Family.IPv6) is { IsUniqueLocal: true } address && places.Item($"hosts.{host.Name}.address", address.ToString()) is { } place)
                diagnostics.Report(Diagnose.HostNotRouted(place, host, address));
        }
        foreach (var (host, address) in openings.Pinholes.Select(p => (p.Service.Host, p.Host)).Distinct())
        {
            if (network.Router.IsDynamic(Family.IPv6) && places.Item($"hosts.{host.Name}.address", address.ToString()) is { } place)
                diagnostics.Report(Diagnose.DynamicPrefix(place, host, address));
        }
    }
}
