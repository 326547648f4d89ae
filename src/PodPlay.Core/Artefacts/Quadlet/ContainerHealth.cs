using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>When a service counts as started, and as well.</summary>
internal static class ContainerHealth
{
    public static void AddTo(UnitSection section, Service service, string path)
    {
        // A job ends; nobody waits until it is healthy.
        if (service.Health is not { } command || service.Timer is not null)
            return;
        var healthPath = $"{path}.health";
        section.Add("HealthCmd", Quote.SystemdHealth(command), healthPath);
        section.Add("HealthInterval", "30s", healthPath);
        section.Add("HealthTimeout", "10s", healthPath);
        section.Add("HealthRetries", 3, healthPath);
        // Asked often until it is up the first time: whoever is ordered after it waits for that.
        section.Add("HealthStartupCmd", Quote.SystemdHealth(command), healthPath);
        section.Add("HealthStartupInterval", "2s", healthPath);
        section.Add("HealthStartupTimeout", "10s", healthPath);
        section.Add("Notify", "healthy", healthPath);
    }
}
