using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>What each balancer does with what arrives at its ports: by what it is told apart, and which servers share it.</summary>
internal static class BalanceTable
{
    public static IEnumerable<string> Of(Network network) => MarkdownTable.Of(
        ["port", "asked for", "servers", "health check", "when all are down"],
        from service in network.Services
        from balance in service.Balances
        from row in Rows(service, balance)
        select row,
        optional: 1);

    private static IEnumerable<string[]> Rows(Service balancer, Balance balance)
    {
        var port = $"{balancer.Name}.{balance.Frontend.Name}";
        if (balance.Redirect is { } target)
            yield return [port, "anything", $"redirect to {target.Name}", "", ""];
        foreach (var pool in balance.Pools)
            yield return [port, AskedFor(balance, pool), string.Join(", ", Servers(balancer, pool)), Check(pool), Sorry(pool)];
        if (balance is { Default: null, Redirect: null })
            yield return [port, "anything else", "refused", "", ""];
    }

    private static string AskedFor(Balance balance, Pool pool) =>
        pool.Route is { } route ? $"{route}{(balance.Mode == BalanceMode.Tcp ? " (TLS)" : "")}" : balance.Routed.Any() ? "anything else" : "anything";

    private static IEnumerable<string> Servers(Service balancer, Pool pool) =>
        from upstream in pool.Upstreams
        from server in upstream.ServerNames(balancer)
        let weight = pool.Weights.TryGetValue(server, out var share) ? string.Create(CultureInfo.InvariantCulture, $" (weight {share})") : ""
        select pool.Drained.Contains(server) ? $"{server} (drained)" : $"{server}{weight}";

    private static string Check(Pool pool) => pool.Check is { } check ? $"{check.Method} {check.Uri}" : "a connection";

    private static string Sorry(Pool pool) => pool.Sorry switch
    {
        null => "",
        { Upstream: { } upstream } => upstream.ToString(),
        { Page: var page } => $"\"{page}\"",
    };
}
