using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Images, balancing, volumes.</summary>
internal static class ServiceChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            CheckImage(service, places, diagnostics);
            foreach (var balance in service.Balances)
            {
                foreach (var pool in balance.Pools)
                    CheckPool(balance, pool, places, diagnostics);
            }
            foreach (var volume in service.Volumes.Where(v => service.IsReplicated && !v.IsReadOnly))
            {
                if (places.Key(volume.Path) is { } place)
                    diagnostics.Report(Diagnose.SharedVolume(place, service, volume.Name ?? volume.HostPath!));
            }
        }
    }

    private static void CheckImage(Service service, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (service.Image.Length == 0 || places.Value($"services.{service.Name}.image") is not { } place)
            return;
        var name = service.Image.Split('@')[0];
        var last = name[(name.LastIndexOf('/') + 1)..];
        var pinned = service.Image.Contains("@sha256:", StringComparison.Ordinal) || (last.Contains(':', StringComparison.Ordinal) && !last.EndsWith(":latest", StringComparison.Ordinal));
        if (!pinned)
            diagnostics.Report(Diagnose.ImageNotPinned(place, service.Image));
        var registry = name.Contains('/', StringComparison.Ordinal) ? name[..name.IndexOf('/', StringComparison.Ordinal)] : "";
        if (registry != "localhost" && !registry.Contains('.', StringComparison.Ordinal) && !registry.Contains(':', StringComparison.Ordinal))
            diagnostics.Report(Diagnose.ImageShortName(place, service.Image));
    }

    private static void CheckPool(Balance balance, Pool pool, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var upstream in pool.Upstreams)
        {
            if (PoolChecks.PlaceOf(places, pool, upstream) is not { } place)
                continue;
            if (balance.Mode == BalanceMode.Http && CertificateChecks.IsTls(upstream.Port))
                diagnostics.Report(Diagnose.BalanceModeWrong(places.Value($"{balance.Path}.mode") ?? place, upstream.Port));
            if (pool.Check is null && upstream.Service.Health is null)
                diagnostics.Report(Diagnose.HealthMissing(place, upstream.Service));
            if (balance.Pools.Length == 1 && pool.Upstreams.Length == 1 && !upstream.Service.IsReplicated)
                diagnostics.Report(Diagnose.SingleBackend(place, upstream.Service));
        }
    }
}
