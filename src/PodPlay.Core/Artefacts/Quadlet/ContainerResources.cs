using PodPlay.Artefacts.Bind;
using PodPlay.Model;
using PodPlay.Model.Checks;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Secrets, devices, capabilities and kernel settings of a container.</summary>
internal static class ContainerResources
{
    private const string LowestPort = "net.ipv4.ip_unprivileged_port_start";

    public static void AddTo(UnitSection section, Service service, Network network, string path)
    {
        foreach (var secret in service.Secrets)
        {
            var target = secret.Variable is { } variable ? $",type=env,target={variable}" : "";
            section.Add("Secret", Quote.SystemdWord(secret.Name + target), secret.Path);
        }
        foreach (var key in NamedView.KeysOf(network, service).Where(k => service.Secrets.All(s => s.Name != k || s.Variable is not null)))
            section.Add("Secret", Quote.SystemdWord(key), "certificates", ["certificates"]);
        foreach (var device in service.Devices)
            section.Add("AddDevice", Quote.SystemdPlainWord(device), $"{path}.devices");
        // VFIO pins the memory that the card may write to, and counts it against this limit: 8 MiB by default, less than one
        // buffer of DPDK's (Documentation/driver-api/vfio.rst of the kernel).
        if (service.Devices.Any(DeviceChecks.IsVfioGroup))
            section.Add("Ulimit", "memlock=-1:-1", $"{path}.devices", [$"{path}.devices: the card writes into memory that must not be moved"]);
        foreach (var capability in service.Capabilities)
            section.Add("AddCapability", Quote.SystemdPlainWord(capability), $"{path}.capabilities");
        foreach (var setting in service.Sysctl)
            section.Add("Sysctl", Quote.SystemdPlainWord($"{setting.Key}={setting.Value}"), setting.Path);
        AddLowestPort(section, service);
    }

    // A network namespace starts with 1024 (measured: bind to 80 is refused to a user without capabilities). This is the
    // container's own namespace; nothing is granted on the host, and on the host's network podman refuses every net.* key.
    private static void AddLowestPort(UnitSection section, Service service)
    {
        if (service.IsOnHostNetwork || service.Sysctl.Any(s => s.Key == LowestPort))
            return;
        var lowest = service.Ports.MinBy(p => p.Container.First);
        if (lowest is not null && lowest.Container.First < 1024)
            section.Add("Sysctl", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LowestPort}={lowest.Container.First}"), lowest.Path, [lowest.Path]);
    }
}
