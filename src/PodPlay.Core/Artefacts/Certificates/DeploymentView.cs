using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>What <c>install.sbn</c>, <c>reload.sbn</c> and <c>check.sbn</c> see: the same lists, since they do their work for the same containers.</summary>
internal static class DeploymentView
{
    public static View Of(Network network, Host host)
    {
        var deployments = Deployment.On(network, host);
        return new()
        {
            { "header", Header.Lines() },
            { "systemctl", host.Rootless is null ? "systemctl" : "systemctl --user" },
            { "solvers", network.Certificates.Select(c => c.Solver).OfType<Service>().Where(s => s.Host == host).Distinct().Select(s => StateFolder.OfSolver(s)) },
            { "deployments", deployments.Select(Of) },
            { "containers", deployments.Select(d => d.Replica).Distinct().OrderBy(r => r.Service.Name, StringComparer.Ordinal).ThenBy(r => r.Number).Select(Of) },
        };
    }

    private static View Of(Deployment deployment) => new()
    {
        { "path", $"{deployment.Certificate.Path}.deploy" },
        { "folder", Quote.Shell(deployment.Certificate.Folder) },
        { "container", Quote.Shell(deployment.Replica.Name) },
        { "source", Quote.Shell(deployment.Source) },
        { "unit", deployment.Certificate.Solver is { } solver ? Quote.Shell(solver.StartUnit) : "''" },
    };

    private static View Of(Replica replica) => new()
    {
        { "container", Quote.Shell(replica.Name) },
        { "verb", Reloading.CanReload(replica.Service) ? "reload" : "restart" },
    };
}
