using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>What <c>renew.sbn</c> sees: the questions to the authority, one certificate after the other.</summary>
internal static class RenewView
{
    public static View Of(Network network, Service solver)
    {
        // What cannot be asked for is left out; a check has said so.
        var certificates = network.SolvedBy(solver).Where(c => c.Challenge == Challenge.Http01 || (c.Key is not null && NameServer.AddressFor(network, c) is not null)).ToList();
        return new()
        {
            { "header", Header.Lines() },
            { "asks_dns", certificates.Exists(c => c.Challenge == Challenge.Dns01) },
            { "certificates", certificates.Select(c => Of(network, c)) },
        };
    }

    private static View Of(Network network, Certificate certificate)
    {
        var dns = certificate.Challenge == Challenge.Dns01;
        return new()
        {
            { "path", certificate.Path },
            { "by_dns", dns },
            { "secret", dns ? Quote.Shell($"/run/secrets/{certificate.Key}") : "" },
            { "name_server", dns ? NameServer.AddressFor(network, certificate)!.Value.ToString() : "" },
            { "arguments", SolverCommand.Arguments(network, certificate) },
        };
    }
}
