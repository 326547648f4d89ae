using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>How certbot is asked for a certificate.</summary>
internal static class SolverCommand
{
    /// <summary>Where the solver's container sees its script.</summary>
    public const string Folder = "/etc/podplay";

    /// <summary>The folder that an Apache on port 80 shares with the solver, in both containers.</summary>
    public const string Webroot = "/var/www/acme";

    /// <summary>The volume behind it.</summary>
    public const string WebrootVolume = "acme";

    /// <summary>Further arguments of <c>certbot certonly</c>, one a line of the script.</summary>
    public static ImmutableArray<string> Arguments(Network network, Certificate certificate) =>
    [
        $"--cert-name {Quote.Shell(Lineage.Of(certificate))}",
        $"--server {Quote.Shell(certificate.Server.Directory)}",
        certificate.Email is { } email ? $"--email {Quote.Shell(email)}" : "--register-unsafely-without-email",
        .. Challenge(network, certificate),
        .. certificate.Names.Select(n => $"--domain {Quote.Shell(n)}"),
    ];

    private static IEnumerable<string> Challenge(Network network, Certificate certificate)
    {
        if (certificate.Challenge == Model.Challenge.Dns01)
            return ["--dns-rfc2136 --dns-rfc2136-credentials \"$credentials\" --dns-rfc2136-propagation-seconds 5"];
        if (ChallengePath.Of(network, certificate)?.Way == ChallengeWay.Webroot)
            return [$"--webroot --webroot-path {Webroot}"];
        return [$"--standalone --http-01-port {certificate.Solver!.ChallengePort?.Container.First ?? ChallengePath.HttpPort}"];
    }
}
