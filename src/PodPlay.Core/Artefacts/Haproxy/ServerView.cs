using PodPlay.Artefacts.Apache;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The <c>server</c> lines of a pool: what all servers share goes to <c>default-server</c>, so that scaling adds a line and changes none.</summary>
internal sealed class ServerView(Network network, Balance balance, Pool pool, Service balancer)
{
    /// <summary>What stands behind <c>default-server</c>, beginning with a blank.</summary>
    public string Shared => (pool.Weights.IsEmpty ? "" : $" weight {Pool.OrdinaryWeight}") + (IsMixed ? "" : Speech(pool.Upstreams[0]));

    public IEnumerable<View> Servers() =>
        from upstream in pool.Upstreams
        from server in ServerAddresses.Of(balancer, upstream)
        let weight = pool.Weights.TryGetValue(server.Name, out var share) && share != Pool.OrdinaryWeight ? $" weight {share}" : ""
        // No weight of 0: HAProxy 3.0 takes it for an oversight (a diagnostic, fatal with -dW).
        let drained = pool.Drained.Contains(server.Name) ? " disabled" : ""
        select LineOf(server, (IsMixed ? Speech(upstream) : "") + weight + drained);

    public IEnumerable<View> SorryServers() => pool.Sorry?.Upstream is { } upstream
        ? ServerAddresses.Of(balancer, upstream).Select(s => LineOf(s, IsMixed ? Speech(upstream) : ""))
        : [];

    public static View LineOf((string Name, string Address) server, string options = "") =>
        new() { { "name", server.Name }, { "address", server.Address }, { "options", options } };

    private bool IsMixed => pool.AllUpstreams.Select(Speech).Distinct().Skip(1).Any();

    // A request over TLS is a check of the server alone: its certificate is for the names that clients call.
    private string Speech(Upstream upstream)
    {
        var overTls = pool.Check is not null && TlsSite.IsTls(upstream.Port);
        var check = overTls ? $" check-ssl verify none{CheckSni(upstream)}" : "";
        // Both ends or neither: where the spec says so of the port, and where podplay writes the Apache behind it.
        return upstream.Port.ExpectsProxy || TlsSite.PassesThrough(network, balance, upstream) ? $"{check} send-proxy-v2" : check;
    }

    private string CheckSni(Upstream upstream) =>
        TlsSite.Of(network, upstream.Service).FirstOrDefault() is { } site ? $" check-sni {Quote.Haproxy(site.Names[0])}" : "";
}
