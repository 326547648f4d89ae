using PodPlay.Model;

namespace PodPlay.Testing;

/// <summary>A balancer before three Apaches, a solver and a certificate: the edge of samples/seed.</summary>
internal static class EdgeNetwork
{
    public static readonly string[] BothFamilies = ["172.20.1.0/24", "fd00:dead:beef:1::/64"];

    public static Network Build(int replicas = 3, string[]? subnets = null, bool certificate = true, string? tlsCheck = null, ApacheLayout layout = ApacheLayout.Debian)
    {
        var network = new NetworkBuilder();
        var main = network.Host("main", "192.168.1.100", "2001:db8:1::100");
        var dmz = network.Zone("dmz", main, subnets ?? BothFamilies);
        var apache = network.Service("apache", dmz, 20, ["private http 80", "private https 443"], replicas, sites: ["example.com", "www.example.com"], layout: layout);
        var certbot = network.Service("certbot", dmz, 13, ["private acme 80"]);
        var haproxy = network.Service("haproxy", dmz, 10, ["public http 80 -> 8080 -> 80", "public https 443 -> 8443 -> 443"], aliases: ["www"]);
        NetworkBuilder.Balance(haproxy, "http", apache, "http", check: "GET /healthz");
        NetworkBuilder.Balance(haproxy, "https", apache, "https", BalanceMode.Tcp, tlsCheck);
        if (certificate)
            network.Certificate("example.com", ["www.example.com"], certbot, apache, haproxy);
        return network.Build();
    }
}
