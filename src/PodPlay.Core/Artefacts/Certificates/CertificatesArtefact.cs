using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>
/// The scripts by which certificates are fetched (in the solver's container), given to the containers that use them, read
/// again, and watched (all on the host). Their units are Quadlet's and systemd's: <see cref="Quadlet.CertificateUnits"/>.
/// </summary>
public sealed class CertificatesArtefact : IArtefact
{
    public string Id => "certificates";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var host in network.Hosts)
        {
            foreach (var solver in host.Services.Where(s => network.SolvedBy(s).Any()))
                yield return new($"{host.Name}/etc/podplay/{solver.Name}/renew.sh", "certificates/renew.sbn", RenewView.Of(network, solver));
            if (Deployment.On(network, host).IsEmpty)
                continue;
            var view = DeploymentView.Of(network, host);
            foreach (var script in new[] { "install", "reload", "check" })
                yield return new($"{host.Name}/etc/podplay/certificates/{script}.sh", $"certificates/{script}.sbn", view);
        }
    }
}
