using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>
/// For IPv6 no router translates: whoever calls the router's port (80) calls it on the host, which publishes another one (8080).
/// Straight to the container where there is one behind a bridge: the port 8080 of the host is held open by conmon, which
/// answers nobody, and a translation that was made once is not made again by netavark's later chain.
/// </summary>
/// <param name="From">The port that clients call.</param>
/// <param name="Path">The port of the spec.</param>
internal sealed record Redirect(Port Port, Protocol Protocol, Address Called, int From, Address To, int ToPort, string Path)
{
    /// <summary>The priority puts them in front of netavark's (dstnat). One for each port: nft spreads a range of ports over
    /// the range behind it as it likes.</summary>
    public static ImmutableArray<Redirect> AllOf(HostScope scope)
    {
        if (scope.Host.AddressOf(Family.IPv6) is not { } called)
            return [];
        // A port that is published under the router's very number keeps it, and so does ssh: its administrators would be led into
        // a container.
        var taken = scope.Host.Services.SelectMany(s => s.Ports).ToList();
        bool IsTaken(Protocol protocol, int port) => (protocol == Protocol.Tcp && scope.Host.Admin?.SshPort == port)
            || taken.Any(t => t.Host is { } own && own.Contains(port) && t.Protocols.Contains(protocol));
        return
        [
            .. from service in scope.Host.Services
               from port in service.Ports
               where port.Exposure == Exposure.Public
               from redirect in Of(scope, service, port, called)
               where !IsTaken(redirect.Protocol, redirect.From)
               select redirect,
        ];
    }

    public View ToView() => new()
    {
        { "match", $"ip6 daddr {Called} {Protocol.Word()} dport {From}" },
        { "target", $"{To.Bracketed}:{ToPort}" },
        { "comment", Quote.Nft(Path) },
    };

    private static IEnumerable<Redirect> Of(HostScope scope, Service service, Port port, Address called)
    {
        if (port.Router is not { } router || port.Host is not { } host || !service.IsServed(Family.IPv6))
            yield break;
        var isRouted = scope.IsRouted(service);
        var target = isRouted ? service.Replicas[0].AddressOf(Family.IPv6) : called;
        if (target is not { } to)
            yield break;
        var ports = isRouted ? port.Container : host;
        foreach (var protocol in port.Protocols)
        {
            for (var i = 0; i < Math.Min(router.Count, ports.Count); i++)
                yield return new Redirect(port, protocol, called, router.First + i, to, ports.First + i, port.Path);
        }
    }
}
