using PodPlay.Artefacts.Bind;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Podman secrets that the units of a service name: its own ones, and the TSIG keys of dns-01.</summary>
internal static class ContainerSecrets
{
    /// <summary>Each once, ordinal.</summary>
    public static IEnumerable<string> NamesOf(Service service, Network network) =>
        service.Secrets.Select(s => s.Name).Concat(NamedView.KeysOf(network, service)).Concat(SolverKeys(service, network).Select(c => c.Key!)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The first certificate of each key with which a solver signs.</summary>
    public static IEnumerable<Certificate> SolverKeys(Service service, Network network) => network.SolvedBy(service).Where(c => c.Key is not null).DistinctBy(c => c.Key);
}
