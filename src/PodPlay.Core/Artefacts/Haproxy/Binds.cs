using PodPlay.Model;

namespace PodPlay.Artefacts.Haproxy;

/// <summary>One <c>bind</c> for each family. <c>:::80</c> alone serves both, but shows IPv4 clients as ::ffff:203.0.113.9, also to the servers.</summary>
internal static class Binds
{
    public static IEnumerable<string> Of(Network network, Port frontend, Service balancer, bool terminatesTls)
    {
        var (port, name) = (frontend.Container, frontend.Name);
        var tls = terminatesTls ? $" ssl {Certificates(network, balancer)} alpn h2,http/1.1 strict-sni" : "";
        if (balancer.ListensOnHostAddresses)
            return balancer.Host.Addresses.Select(a => $"{a.Bracketed}:{port} name {name}{(int)a.Family}{tls}");
        var families = balancer.Zone?.Subnets.Select(s => s.Family) ?? balancer.Host.Addresses.Select(a => a.Family).Distinct();
        return families.Order().Select(f => f == Family.IPv4 ? $":{port} name {name}4{tls}" : $":::{port} name {name}6 v6only{tls}");
    }

    // The key is found beside the chain as fullchain.pem.key: HAProxy 2.6 has no crt-store.
    private static string Certificates(Network network, Service balancer) => string.Join(' ',
        network.Certificates.Where(c => c.Deploy.Contains(balancer)).Select(c => $"crt {Quote.Haproxy($"/certs/{c.Folder}/fullchain.pem")}"));
}
