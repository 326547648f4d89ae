using PodPlay.Artefacts.Apache;
using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>The servers behind a port of the balancer, one a line: a replica more is a line more.</summary>
internal static class BackendView
{
    public static View Of(Network network, Balance balance, Service balancer) => new()
    {
        { "path", balance.Path },
        { "name", $"be_{balance.Frontend.Name}" },
        { "defaults", balance.Mode == BalanceMode.Http ? "http" : "tcp" },
        { "method", Quote.Haproxy(balance.Method) },
        { "is_http", balance.Mode == BalanceMode.Http },
        { "has_http_check", balance.Check is not null },
        { "check_method", balance.Check is { } check ? Quote.Haproxy(check.Method) : "" },
        { "check_uri", balance.Check is { } request ? Quote.Haproxy(request.Uri) : "" },
        { "connections", Capacity.ConnectionsPerServer },
        { "options", Options(network, balance) },
        { "servers", ServerAddresses.Of(balancer, balance.Target, balance.TargetPort).Select(s => new View { { "name", s.Name }, { "address", s.Address } }) },
    };

    // A request over TLS is a check of the server alone: its certificate is for the names that clients call.
    private static string Options(Network network, Balance balance)
    {
        var overTls = balance.Check is not null && TlsSite.IsTls(balance.TargetPort);
        var check = overTls ? $" check-ssl verify none{CheckSni(network, balance)}" : "";
        return TlsSite.PassesThrough(network, balance) ? $"{check} send-proxy-v2" : check;
    }

    private static string CheckSni(Network network, Balance balance) =>
        TlsSite.Of(network, balance.Target).FirstOrDefault() is { } site ? $" check-sni {Quote.Haproxy(site.Names[0])}" : "";
}
