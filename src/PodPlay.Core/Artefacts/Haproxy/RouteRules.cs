using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The <c>use_backend</c> rules of a frontend's routes.</summary>
internal static class RouteRules
{
    public static IEnumerable<View> Of(Balance balance) => balance.Routed.Select(pool => new View
    {
        { "path", pool.Path },
        { "backend", BackendView.NameOf(balance, pool) },
        { "condition", string.Join(' ', Conditions(balance.Mode, pool.Route!)) },
    });

    private static IEnumerable<string> Conditions(BalanceMode mode, Route route)
    {
        var asked = mode == BalanceMode.Http ? "req.hdr(host),host_only" : "req.ssl_sni";
        if (route.Host is { } host)
            yield return route.IsWildcard ? $"{{ {asked} -i -m end {Quote.Haproxy(host[1..])} }}" : $"{{ {asked} -i {Quote.Haproxy(host)} }}";
        // With a slash behind the path, /api is found as well as /api/orders, and /apiary is not.
        if (route.Folder is { } folder)
            yield return $"{{ path,concat(/) -m beg {Quote.Haproxy($"{folder}/")} }}";
    }
}
