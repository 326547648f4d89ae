using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>The servers that share the connections of a balancer's port, or those of one of its routes.</summary>
/// <param name="Route">Null: what no route names.</param>
/// <param name="Upstreams">At least one, in the order of the spec.</param>
/// <param name="Method">HAProxy's word: <c>roundrobin</c>, <c>leastconn</c>, <c>source</c>.</param>
/// <param name="Check">An HTTP health check; null: a TCP connection is the check.</param>
/// <param name="Path"><c>services.haproxy.balance.http</c>, or the route's below it.</param>
public sealed record Pool(Route? Route, ImmutableArray<Upstream> Upstreams, string Method, HttpCheck? Check, string Path)
{
    /// <summary>The share of a server that the spec does not weigh, where it weighs another one.</summary>
    public const int OrdinaryWeight = 100;

    /// <summary>By server, ordinal; empty: all alike.</summary>
    public ImmutableSortedDictionary<string, int> Weights { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Servers that get nothing new, ordinal.</summary>
    public ImmutableSortedSet<string> Drained { get; init; } = [];

    public Sorry? Sorry { get; init; }

    /// <summary>The sorry server, too.</summary>
    public IEnumerable<Upstream> AllUpstreams => Sorry?.Upstream is { } sorry ? Upstreams.Append(sorry) : Upstreams;
}

/// <summary>The requests that a route is for.</summary>
/// <param name="Host">A name, <c>*.example.com</c> for all below it, or null for any.</param>
/// <param name="Folder">The beginning of the path, whole segments: <c>/api</c>; null for any.</param>
public sealed record Route(string? Host, string? Folder)
{
    public bool IsWildcard => Host is ['*', ..];

    public override string ToString() => $"{Host}{Folder}";
}

/// <summary>What answers while no server of a pool is up: a server of its own, or a page with one sentence.</summary>
public sealed record Sorry(Upstream? Upstream, string? Page, string Path);
