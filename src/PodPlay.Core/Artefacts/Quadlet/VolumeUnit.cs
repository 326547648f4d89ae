using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A named podman volume; it is kept when its unit stops.</summary>
internal static class VolumeUnit
{
    public static Unit Of(Host host, string name, string path, Network network)
    {
        var unit = new UnitSection("Unit", path);
        unit.Add("Description", Quote.SystemdText($"podplay: volume {name}"));
        var volume = new UnitSection("Volume", path);
        volume.Add("VolumeName", Quote.SystemdLine($"{network.Name}-{name}"));
        return new Unit(host, $"{UnitFolders.Quadlet(host)}/{name}.volume", "volume", [unit, volume]);
    }
}
