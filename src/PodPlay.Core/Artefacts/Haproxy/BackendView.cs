using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The servers of a pool, one a line: a replica more is a line more.</summary>
internal static class BackendView
{
    public static View Of(Network network, Balance balance, Pool pool, Service balancer)
    {
        var servers = new ServerView(network, balance, pool, balancer);
        var sorry = servers.SorryServers().ToArray();
        return new()
        {
            { "path", pool.Path },
            { "name", NameOf(balance, pool) },
            { "defaults", balance.Mode == BalanceMode.Http ? "http" : "tcp" },
            { "method", Quote.Haproxy(pool.Method) },
            { "is_http", balance.Mode == BalanceMode.Http },
            { "has_http_check", pool.Check is not null },
            { "check_method", pool.Check is { } check ? Quote.Haproxy(check.Method) : "" },
            { "check_uri", pool.Check is { } request ? Quote.Haproxy(request.Uri) : "" },
            { "connections", Capacity.ConnectionsPerServer },
            { "options", servers.Shared },
            { "servers", servers.Servers() },
            { "sorry_path", pool.Sorry?.Path ?? "" },
            { "has_sorry_page", pool.Sorry?.Page is not null },
            { "sorry_file", pool.Sorry is { Page: not null } page ? $"/usr/local/etc/haproxy/{SorryPages.FileOf(page)}" : "" },
            { "has_sorry_servers", sorry.Length > 0 },
            { "several_sorry_servers", sorry.Length > 1 },
            { "sorry_servers", sorry },
        };
    }

    // A proxy's name has letters, digits and - _ . : in it, and a host's name no underscore.
    public static string NameOf(Balance balance, Pool pool) => pool.Route is { } route
        ? $"be_{balance.Frontend.Name}_{route.ToString().Replace('/', ':').Replace('*', '_')}"
        : $"be_{balance.Frontend.Name}";
}
