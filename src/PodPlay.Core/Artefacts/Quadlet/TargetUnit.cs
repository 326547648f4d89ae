using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>
/// Stands for all replicas of a service. It lists none of them, they name it: one more replica touches no other unit.
/// </summary>
internal static class TargetUnit
{
    public static Unit Of(Service service)
    {
        var section = new UnitSection("Unit", $"services.{service.Name}");
        section.Add("Description", Quote.SystemdText($"podplay: all replicas of {service.Name}"));
        return new Unit(service.Host, $"{UnitFolders.Systemd(service.Host)}/{service.StartUnit}", "target", [section]);
    }
}
