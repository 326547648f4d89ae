using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>Balancers of other kinds than the one of samples/seed.</summary>
internal static class HaproxyNetworks
{
    public static Network TerminatingTls()
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), EdgeNetwork.BothFamilies);
        var web = network.Service("web", dmz, 20, ["private http 80"], 2);
        var haproxy = network.Service("haproxy", dmz, 10, ["public https 443"]);
        NetworkBuilder.Balance(haproxy, "https", web, "http", method: "leastconn");
        network.Certificate("example.com", [], null, haproxy);
        return network.Build();
    }

    public static Network OnHostAddresses()
    {
        var network = new NetworkBuilder();
        var main = network.Host("main", "192.168.1.100", "2001:db8:1::100");
        var web = network.Service("web", network.Zone("dmz", main, EdgeNetwork.BothFamilies), 20, ["private http 80"], 2);
        var haproxy = network.OnHost("haproxy", main, ["public http 80"], listensOnHostAddresses: true);
        NetworkBuilder.Balance(haproxy, "http", web, "http", method: "source");
        return network.Build();
    }

    /// <summary>Only bytes are handed on: no HTTP anywhere.</summary>
    public static Network OnlyTcp()
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), "172.20.1.0/24");
        var mail = network.Service("mail", dmz, 20, ["private imaps 993"]);
        var haproxy = network.Service("haproxy", dmz, 10, ["public imaps 993"]);
        NetworkBuilder.Balance(haproxy, "imaps", mail, "imaps", BalanceMode.Tcp);
        return network.Build();
    }

    public static Network WithCheck(string uri)
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), "172.20.1.0/24");
        var web = network.Service("web", dmz, 20, ["private http 80"]);
        var haproxy = network.Service("haproxy", dmz, 10, ["public http 80"]);
        NetworkBuilder.Balance(haproxy, "http", web, "http", check: $"GET {uri}");
        return network.Build();
    }

    /// <summary>HAProxy 2.6 takes 64 words a line.</summary>
    public static Network WithSites(int count)
    {
        var names = Enumerable.Range(1, count).Select(n => $"site-{n}.example.com").ToArray();
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), "172.20.1.0/24");
        var apache = network.Service("apache", dmz, 20, ["private https 443"], sites: names);
        var haproxy = network.Service("haproxy", dmz, 10, ["public https 443"]);
        NetworkBuilder.Balance(haproxy, "https", apache, "https", BalanceMode.Tcp);
        network.Certificate("example.com", ["*.example.com"], null, apache);
        return network.Build();
    }
}
