using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>The site's own name server, BIND, behind the router: what it does for whom.</summary>
[Collection(SeedCollection.Name)]
public sealed class NameServerTests(SeedHosts hosts)
{
    private static Service NameServer => SeedHosts.Seed.Network.Services.Single(s => s.IsNameServer);

    [ToolFact(Debian.Trixie)]
    public void It_asks_others_for_the_inside_only()
    {
        hosts.Become(SeedHosts.Seed);
        var forwarder = NameServer.Forwarders[0];
        // Somebody on the internet who has an answer for every name. It signs nothing: +cd.
        hosts.Lab.At(LabNetwork.Router, $"ip route replace {forwarder} via {hosts.Lab.Internet(Family.IPv4)}");
        var other = hosts.Lab.At(LabNetwork.Internet, $"""
            ip address replace {forwarder}/32 dev eth0
            setsid pebble-challtestsrv -management 127.0.0.1:8056 -dns01 {forwarder}:53 -http01 '' -https01 '' -tlsalpn01 '' -doh '' -defaultIPv4 192.0.2.99 -defaultIPv6 '' >/dev/null 2>&1 </dev/null &
            echo $!
            for try in $(seq 100); do dig +tries=1 +time=1 @{forwarder} elsewhere.example.net A >/dev/null && exit; sleep 0.1; done; exit 1
            """);
        try
        {
            foreach (var server in NameServer.Host.Addresses)
                Assert.Equal("NOERROR 192.0.2.99", Ask(LabNetwork.Lan, server));
            Assert.Equal("192.0.2.99\n", hosts.Lab[NameServer.Host].Shell($"podman exec apache-1 dig +short +cd elsewhere.example.net A"));
            Assert.Equal("REFUSED", Ask(LabNetwork.Internet, SeedHosts.Seed.Network.Router.Public[0]));
            Assert.Equal("REFUSED", Ask(LabNetwork.Internet, NameServer.Host.AddressOf(Family.IPv6)!.Value));
            // It may stand for somebody outside.
            Assert.Equal("REFUSED", Ask(LabNetwork.Router, NameServer.Host.AddressOf(Family.IPv4)!.Value));
        }
        finally
        {
            hosts.Lab.At(LabNetwork.Internet, $"kill {other.Trim()}; ip address delete {forwarder}/32 dev eth0");
            hosts.Lab.At(LabNetwork.Router, $"ip route delete {forwarder}");
        }
    }

    [ToolFact(Debian.Trixie)]
    public void Nobody_but_the_secondary_gets_a_zone_as_a_whole()
    {
        hosts.Become(SeedHosts.Seed);
        var domain = Assert.Single(SeedHosts.Seed.Network.Domains);
        var secondary = Assert.Single(domain.Secondaries);
        var outside = SeedHosts.Seed.Network.Router.Public[0];
        Assert.Equal("0\n", Transfer(LabNetwork.Internet, $"@{outside}", domain.Name));
        hosts.Lab.At(LabNetwork.Internet, $"ip address replace {secondary}/32 dev eth0");
        Assert.Equal("2\n", Transfer(LabNetwork.Internet, $"-b {secondary} @{outside}", domain.Name));
        hosts.Lab.At(LabNetwork.Internet, $"ip address delete {secondary}/32 dev eth0");
        foreach (var zone in NameServer.Resolves)
        {
            Assert.Equal("0\n", Transfer(LabNetwork.Lan, $"@{NameServer.Host.Addresses[0]}", zone));
            Assert.Equal("0\n", hosts.Lab[NameServer.Host].Shell($"podman exec apache-1 sh -c '{Count($"@{NameServer.Host.Addresses[0]}", zone)}'"));
        }
    }

    // It begins and ends with the SOA.
    private string Transfer(string from, string server, string zone) => hosts.Lab.At(from, Count(server, zone));

    private static string Count(string server, string zone) => $"dig +tries=1 +time=3 +noall +answer {server} {zone} AXFR | grep -c SOA || true";

    private string Ask(string from, Address server) =>
        hosts.Lab.At(from, $"dig +cd +tries=2 +time=3 +noall +comments +answer @{server} elsewhere.example.net A | sed -n 's/.*status: \\([A-Z]*\\),.*/\\1/p; s/^elsewhere.*A\\t//p' | paste -sd ' '").Trim();
}
