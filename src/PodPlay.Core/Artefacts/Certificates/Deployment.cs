using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>A certificate in a container: which one, and for whom.</summary>
internal sealed record Deployment(Certificate Certificate, Replica Replica)
{
    /// <summary>What certbot keeps for it, below <see cref="StateFolder"/>; empty where no solver fetches it.</summary>
    public string Source => Certificate.Solver is { } solver ? $"{StateFolder.OfSolver(solver)}/live/{Lineage.Of(Certificate)}" : "";

    /// <summary>All of a host, by certificate and container. What is fetched on another host does not get here; a check has said so.</summary>
    public static ImmutableArray<Deployment> On(Network network, Host host) =>
    [
        .. from certificate in network.Certificates
           where certificate.Solver is null || certificate.Solver.Host == host
           from service in certificate.Deploy
           where service.Host == host
           from replica in service.Replicas
           select new Deployment(certificate, replica),
    ];
}
