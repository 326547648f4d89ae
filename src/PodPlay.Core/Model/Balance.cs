using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>What a balancer's port does with what arrives there.</summary>
/// <param name="Frontend">The balancer's own port.</param>
/// <param name="Pools">In the order of asking: names before wildcards before any name, longer paths first, and what no route names last.</param>
/// <param name="Path"><c>services.haproxy.balance.http</c></param>
public sealed record Balance(Port Frontend, BalanceMode Mode, ImmutableArray<Pool> Pools, string Path)
{
    /// <summary>The balancer's port to which browsers are sent instead; null: none.</summary>
    public Port? Redirect { get; init; }

    /// <summary>Where everything goes that no route names; null: it is refused.</summary>
    public Pool? Default => Pools.FirstOrDefault(p => p.Route is null);

    public IEnumerable<Pool> Routed => Pools.Where(p => p.Route is not null);

    /// <summary>Everything that this port may call, sorry servers included.</summary>
    public IEnumerable<Upstream> Upstreams => Pools.SelectMany(p => p.AllUpstreams);
}

/// <summary>An HTTP request that a healthy server answers with a status from 200 to 399.</summary>
public sealed record HttpCheck(string Method, string Uri);
