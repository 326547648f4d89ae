using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Images and volumes.</summary>
internal static class ServiceChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            CheckImage(service, places, diagnostics);
            foreach (var volume in service.Volumes.Where(v => service.IsReplicated && !v.IsReadOnly))
            {
                if (places.Key(volume.Path) is { } place)
                    diagnostics.Report(Diagnose.SharedVolume(place, service, volume.Name ?? volume.HostPath!));
            }
            CheckMounts(service, places, diagnostics);
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

    // Podman compares the targets without a slash at their end.
    private static void CheckMounts(Service service, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var same in service.Volumes.GroupBy(v => v.Target.TrimEnd('/')))
        {
            var first = same.First();
            foreach (var volume in same.Skip(1))
            {
                if (places.Key(volume.Path) is { } place)
                    diagnostics.Report(Diagnose.MountTaken(place, volume.Target, SourceOf(volume), places.Key(first.Path), SourceOf(first)));
            }
        }
    }

    private static string SourceOf(Volume volume) => volume.Name ?? volume.HostPath!;
}
