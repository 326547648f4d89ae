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

    /// <summary>Whether a client that asked for the name accepts it: a wildcard stands for exactly one label.</summary>
    public bool Covers(string name) => Names.Any(n =>
        n == name || (n.StartsWith("*.", StringComparison.Ordinal) && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && name[dot..] == n[1..]));
}
