using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The pages that say that nobody is there: one for each <c>sorry: { page: … }</c>, beside haproxy.cfg.</summary>
internal static class SorryPages
{
    public static IEnumerable<PlannedFile> Of(Service balancer) => balancer.Balances
        .SelectMany(b => b.Pools)
        .Select(p => p.Sorry)
        .OfType<Sorry>()
        .Where(s => s.Page is not null)
        .DistinctBy(s => s.Path)
        .Select(s => new PlannedFile($"{balancer.Host.Name}/etc/podplay/{balancer.Name}/{FileOf(s)}", "haproxy/sorry.sbn", new()
        {
            { "header", Header.Lines() },
            { "path", Quote.Html(s.Path) },
            { "sentence", Quote.Html(s.Page!) },
        }));

    /// <summary><c>sorry-http.html</c>; a route's own <c>sorry-http.shop.example.com+api.html</c>.</summary>
    public static string FileOf(Sorry sorry)
    {
        var place = sorry.Path.Split(".balance.", 2)[1];
        return $"sorry-{place[..^".sorry".Length].Replace(".routes.", ".", StringComparison.Ordinal).Replace('/', '+').Replace('*', '_')}.html";
    }
}
