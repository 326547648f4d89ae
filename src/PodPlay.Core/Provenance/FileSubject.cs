using PodPlay.Model;

namespace PodPlay.Provenance;

/// <summary>What a file is made for, as its name says.</summary>
internal static class FileSubject
{
    /// <summary>The spec path of a service, a zone or a host; null for a file about the network as a whole.</summary>
    public static string? Of(string file, Network network)
    {
        var parts = file.Split('/');
        var name = parts[^1].Split('.')[0];
        if (network.Hosts.FirstOrDefault(h => h.Name == (parts.Length > 1 ? parts[0] : name)) is not { } host)
            return null;
        if (file.EndsWith(".network", StringComparison.Ordinal) && host.Zones.Any(z => z.Name == name))
            return $"zones.{name}";
        var service = host.Services.FirstOrDefault(s => Names(s).Contains(name))
            ?? (parts is [_, "etc", "podplay", var folder, _, ..] ? host.Services.FirstOrDefault(s => s.Name == folder) : null);
        return service is null ? $"hosts.{host.Name}" : $"services.{service.Name}";
    }

    private static IEnumerable<string> Names(Service service) => service.Replicas.Select(r => r.Name).Concat([service.Name, $"podplay-{service.Name}"]);
}
