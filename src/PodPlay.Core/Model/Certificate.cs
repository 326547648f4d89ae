using System.Collections.Immutable;

namespace PodPlay.Model;

public enum Challenge
{
    Http01,
    Dns01,
}

/// <summary>A certificate from an ACME authority.</summary>
/// <param name="Name">The first name in it, and the name of its files.</param>
/// <param name="Names">All names in it, the first one included, in the order of the spec.</param>
/// <param name="Solver">The service that runs the ACME client.</param>
/// <param name="Deploy">Who uses it, by name.</param>
public sealed record Certificate(string Name, ImmutableArray<string> Names, Challenge Challenge, Service? Solver, ImmutableArray<Service> Deploy)
{
    /// <summary>Twice a day: whether one is due is certbot's own judgement, and lifetimes are getting shorter (45 days from 2028).</summary>
    public const string RenewalTimer = "*-*-* 00,12:00:00";

    public string Path => $"certificates.{Name}";

    /// <summary>First attempts go to the staging server: its limits forgive what is not yet right (docs/decisions/0031).</summary>
    public AcmeServer Server { get; init; } = AcmeServer.Staging;

    /// <summary>Contact of the account at the authority; null: none.</summary>
    public string? Email { get; init; }

    /// <summary>For dns-01: the podman secret with the TSIG key that may write the answer, as <c>tsig-keygen</c> prints it.</summary>
    public string? Key { get; init; }

    /// <summary>The folder's name below <c>/certs</c>. An underscore begins no name that a certificate may have.</summary>
    public string Folder => Name.Replace('*', '_');

    /// <summary>What a CAA record calls the authority; null: podplay does not know it.</summary>
    public string? Authority => Server.IsLetsEncrypt ? "letsencrypt.org" : null;

    /// <summary>For dns-01: where the authority looks for the answer, each once; a wildcard is proved at the name below it.</summary>
    public ImmutableArray<string> ChallengeNames =>
        [.. Names.Select(n => $"_acme-challenge.{(IsWildcard(n) ? n[2..] : n)}").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Where a container sees its certificates, one folder each.</summary>
    public const string Mount = "/certs";

    /// <summary>For dns-01: one's own name server that answers for all challenge names; null: none does.</summary>
    public Service? NameServer(Network network) => network.Services.FirstOrDefault(s =>
        ChallengeNames.All(n => s.Resolves.Any(zone => n.EndsWith($".{zone}", StringComparison.Ordinal))));

    public static bool IsWildcard(string name) => name.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>Whether a client that asked for the name accepts it: a wildcard stands for exactly one label.</summary>
    public bool Covers(string name) => Names.Any(n =>
        n == name || (IsWildcard(n) && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && name[dot..] == n[1..]));
}
