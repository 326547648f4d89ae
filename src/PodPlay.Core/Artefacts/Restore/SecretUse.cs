using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>A secret of a host, by name, and what the service sees of it.</summary>
/// <param name="Seen">A file of the container, or a variable.</param>
internal sealed record SecretUse(string Name, Service Service, string Seen, bool IsKey)
{
    /// <summary>All of a host, by name and service.</summary>
    public static ImmutableArray<SecretUse> On(Network network, Host host)
    {
        var keys = network.Certificates.Select(c => c.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. host.Services
                .SelectMany(s => ContainerSecrets.NamesOf(s, network).Select(name => new SecretUse(name, s, SeenBy(s, name), keys.Contains(name))))
                .OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Service.Name, StringComparer.Ordinal),
        ];
    }

    private static string SeenBy(Service service, string name) =>
        service.Secrets.FirstOrDefault(s => s.Name == name)?.Variable is { } variable ? $"variable {variable}" : $"file /run/secrets/{name}";
}
