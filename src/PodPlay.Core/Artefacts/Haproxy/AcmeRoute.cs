using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>
/// The way of a challenge to its solver. Port 80 has one owner; where that is the balancer, the challenge passes through it,
/// and without a health check: certbot listens only while a challenge runs.
/// </summary>
internal sealed record AcmeRoute(Certificate Certificate, Service Solver, Port Port)
{
    public string Backend => $"acme_{Solver.Name}";

    public static ImmutableArray<AcmeRoute> Of(Network network, Service balancer) =>
        !balancer.Balances.Any(Carries) ? [] :
        [
            .. from certificate in network.Certificates
               where certificate.Challenge == Challenge.Http01
               let solver = certificate.Solver
               where solver is not null && solver != balancer
               let port = solver.ChallengePort
               where port is not null
               select new AcmeRoute(certificate, solver, port),
        ];

    /// <summary>The frontend that the authority calls: always port 80 of the public address.</summary>
    public static bool Carries(Balance balance) => balance.Mode == BalanceMode.Http && balance.Frontend.Router?.Contains(ChallengePath.HttpPort) == true;

    public View BackendView(Service balancer) => new()
    {
        { "path", $"{Certificate.Path}.solver" },
        { "name", Backend },
        { "servers", ServerAddresses.Of(balancer, new(Solver, Port)).Select(s => ServerView.LineOf(s)) },
    };
}
