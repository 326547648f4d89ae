using PodPlay.Artefacts.Routers;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>A network with everything that a router can be told: both protocols, other ports inside, ranges that stay and ranges that
/// move, a service of one family, a port for some sources only, two hosts.</summary>
internal static class RouterSpecs
{
    public const string Fixed = "[203.0.113.1, \"2001:db8:ff::1\"]";
    public const string Dynamic = "dynamic";

    public static string Of(string kind, string publicAddress, string more = "") => $$"""
        podplay: 1
        router:
          address: [192.168.1.1, "2001:db8:1::1"]
          lan: [192.168.1.0/24, "2001:db8:1::/64"]
          public: {{publicAddress}}
          kind: {{kind}}
          interfaces: { wan: eth0, lan: eth1 }
        sources:
          office: [203.0.113.0/24]
        hosts:
          main: { address: [192.168.1.100, "2001:db8:1::100"] }
          fast: { address: [192.168.1.101, "2001:db8:1::101"] }
        zones:
          dmz: { subnets: [172.20.1.0/24, "fd5c:1a2b:3c4d:1::/64"], egress: internet, host: main }
          old: { subnets: [172.20.2.0/24], egress: internet, host: fast }
        services:
          web:
            image: localhost/web:1.0.0
            zone: dmz
            public: { http: 80 -> 8080 -> 80, https: 443 -> 8443 -> 443, admin: { port: 9443 -> 9443 -> 9443, from: office } }
            lan: { status: 8404 }
          mail:
            image: localhost/mail:1.0.0
            zone: dmz
            public: { smtp: 25, imaps: 993 }
          dns:
            image: localhost/dns:1.0.0
            host: main
            network: host
            listen: host
            public: { dns: 53/tcp+udp }
          voip:
            image: localhost/voip:1.0.0
            host: fast
            network: host
            public: { sip: 5060/tcp+udp, media: 10000-10020/udp }
          game:
            image: localhost/game:1.0.0
            zone: old
            public: { play: 6000-6002 -> 7000-7002 -> 8000-8002/udp, lobby: 5100 }
        {{more}}
        """;

    public static Network Network(string spec)
    {
        var compilation = InMemory.Compile(spec);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        return compilation.Network!;
    }

    public static string Render(string spec, string file) => Rendered.By(new RouterArtefact(), Network(spec))[$"router/{file}"];
}
