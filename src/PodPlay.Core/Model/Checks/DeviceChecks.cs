using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Device nodes: what a container can do with them, and who may open them.</summary>
internal static class DeviceChecks
{
    /// <summary>The node that a program opens first, to add groups to it.</summary>
    private const string VfioContainer = "/dev/vfio/vfio";

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services.Where(s => !s.Devices.IsEmpty))
        {
            if (service.Devices.FirstOrDefault(IsVfioGroup) is { } group && (places.Item($"services.{service.Name}.devices", group) ?? places.Key($"services.{service.Name}")) is { } place)
            {
                if (!service.Devices.Contains(VfioContainer))
                {
                    diagnostics.Report(Diagnose.DeviceCompanion(place, group));
                    continue;
                }
                diagnostics.Report(Diagnose.VfioWithoutInterface(place, service, group));
            }
            if (service.Host.Rootless is { } user && places.Key($"services.{service.Name}.devices") is { } devices)
                diagnostics.Report(Diagnose.DeviceOwner(devices, service, $"podman runs as {user.User}"));
            else if (service.HasOwnUserNamespace && places.Value($"services.{service.Name}.userns") is { } userns)
                diagnostics.Report(Diagnose.DeviceOwner(userns, service, "root in the container is nobody on the host"));
        }
    }

    /// <summary>An IOMMU group that was bound to vfio-pci.</summary>
    public static bool IsVfioGroup(string device) => device.StartsWith("/dev/vfio/", StringComparison.Ordinal) && device != VfioContainer;
}
