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
/// <param name="Solver">The service that answers the challenge.</param>
/// <param name="Deploy">Who uses it, by name.</param>
public sealed record Certificate(string Name, ImmutableArray<string> Names, Challenge Challenge, Service? Solver, ImmutableArray<Service> Deploy)
{
    public string Path => $"certificates.{Name}";

    /// <summary>For dns-01: the podman secret with the TSIG key that may write the answer, as <c>tsig-keygen</c> prints it.</summary>
    public string? Key { get; init; }

    /// <summary>What a CAA record calls the authority; null: podplay does not know it.</summary>
    public string? Authority { get; init; } = "letsencrypt.org";

    /// <summary>For dns-01: where the authority looks for the answer, each once; a wildcard is proved at the name below it.</summary>
    public ImmutableArray<string> ChallengeNames =>
        [.. Names.Select(n => $"_acme-challenge.{(IsWildcard(n) ? n[2..] : n)}").Distinct().Order(StringComparer.Ordinal)];

    public static bool IsWildcard(string name) => name.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>Whether a client that asked for the name accepts it: a wildcard stands for exactly one label.</summary>
    public bool Covers(string name) => Names.Any(n =>
        n == name || (IsWildcard(n) && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && name[dot..] == n[1..]));
}
