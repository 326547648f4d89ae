using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>PP507: said where nobody can promise that the router loops back, and not where podplay configures it to.</summary>
public sealed class HairpinFindingTests
{
    private const string Fixed = "public: 203.0.113.7";
    private const string Interfaces = "interfaces: { wan: eth0, lan: eth1 }";

    [Theory]
    [InlineData($"{Fixed}", "", true)]
    [InlineData($"{Fixed}, kind: openwrt", "", false)]
    [InlineData($"{Fixed}, kind: mikrotik", "", false)]
    [InlineData($"{Fixed}, kind: nftables, {Interfaces}", "", false)]
    [InlineData($"{Fixed}, kind: vyos, {Interfaces}", "", false)]
    // Its own outside address changes: VyOS cannot name it.
    [InlineData($"public: dynamic, kind: vyos, {Interfaces}", "address: 203.0.113.7", true)]
    // The name gives an address that is another machine's.
    [InlineData($"{Fixed}, kind: openwrt", "address: 198.51.100.9", true)]
    [InlineData("public: dynamic, kind: openwrt", "", true)]
    public void It_is_said_unless_the_generated_router_loops_back(string router, string domain, bool isSaid)
    {
        var compilation = InMemory.Compile($$"""
            podplay: 1
            router: { address: 192.168.1.1, lan: [192.168.1.0/24], {{router}} }
            hosts:
              main: { address: [192.168.1.100], podman: "5.4" }
            zones:
              dmz: { subnets: [172.20.1.0/24], egress: internet }
            services:
              web: { image: localhost/web:1.0.0, zone: dmz, public: { https: 443 -> 8443 -> 443 } }
            domains:
              example.com: { names: { www.example.com: web }, {{domain}} }
            """);
        Assert.NotNull(compilation.Network);
        Assert.Equal(isSaid, compilation.Findings.Open.Any(d => d.Code == "PP507"));
    }
}
