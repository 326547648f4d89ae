using PodPlay.Artefacts.Certificates;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>The folders through which certificates come into a container, and for a solver the ones it works with.</summary>
internal static class CertificateMounts
{
    public static void AddTo(UnitSection section, Replica replica, Network network)
    {
        var service = replica.Service;
        var state = StateFolder.Of(service.Host);
        if (network.SolvedBy(service).ToList() is [var first, ..] solved)
        {
            section.Add("Volume", $"/etc/podplay/{service.Name}:{SolverCommand.Folder}:ro", first.Path, solved.Select(c => c.Path));
            section.Add("Volume", $"{state}/{StateFolder.OfSolver(service)}:/etc/letsencrypt{(service.HasOwnUserNamespace ? ":U" : "")}", first.Path);
            foreach (var key in ContainerSecrets.SolverKeys(service, network).Where(c => service.Secrets.All(s => s.Name != c.Key || s.Variable is not null)))
                section.Add("Secret", Quote.SystemdWord(key.Key!), $"{key.Path}.key", [$"{key.Path}.key"]);
        }
        // U: the folder becomes the container's user's, whatever number that has in today's user namespace.
        if (Deployed(service, network).ToList() is [var certificate, ..] deployed)
            section.Add("Volume", $"{state}/{StateFolder.OfContainer(replica)}:{Certificate.Mount}:ro,U", certificate.Path, deployed.Select(c => c.Path));
    }

    /// <summary>What really gets into a service: not what is fetched on another host, and nothing where its own volume lies.</summary>
    public static IEnumerable<Certificate> Deployed(Service service, Network network) =>
        service.Volumes.Any(v => v.Target == Certificate.Mount)
            ? []
            : Deployment.On(network, service.Host).Where(d => d.Replica.Service == service).Select(d => d.Certificate).Distinct();
}
