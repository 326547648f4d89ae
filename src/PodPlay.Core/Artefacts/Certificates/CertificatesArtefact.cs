using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>
/// The scripts by which certificates are fetched (in the solver's container), given to the containers that use them, read
/// again, and watched (all on the host). Their units are Quadlet's and systemd's: <see cref="CertificateUnits"/>.
/// </summary>
public sealed class CertificatesArtefact : IArtefact
{
    public string Id => "certificates";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var host in network.Hosts)
        {
            foreach (var solver in host.Services.Where(s => network.SolvedBy(s).Any()))
                yield return new($"{host.Name}/etc/podplay/{solver.Name}/renew.sh", "certificates/renew.sbn", RenewView.Of(network, solver)) { Effect = Effect.Of(EffectKind.Daemon, solver.StartUnit) };
            if (Deployment.On(network, host).IsEmpty)
                continue;
            var view = DeploymentView.Of(network, host);
            // Who uses a certificate for the first time finds its folder when it starts.
            yield return Script(host, "install", view, Effect.Of(EffectKind.Restart, CertificateUnits.InstallUnit));
            yield return Script(host, "reload", view, Effect.Of(EffectKind.Daemon, CertificateUnits.ReloadUnit));
            yield return Script(host, "check", view, Effect.Of(EffectKind.Daemon, CertificateUnits.CheckUnit));
        }
    }

    private static PlannedFile Script(Host host, string name, View view, Effect effect) =>
        new($"{host.Name}/etc/podplay/certificates/{name}.sh", $"certificates/{name}.sbn", view) { Effect = effect };
}
