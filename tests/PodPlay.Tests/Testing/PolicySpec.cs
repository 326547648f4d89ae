using PodPlay.Model;

namespace PodPlay.Testing;

/// <summary>A domain with MTA-STS and whoever may show its policy.</summary>
internal static class PolicySpec
{
    /// <summary>Beside the mail server one service <c>web</c>, which has the certificate.</summary>
    /// <param name="web">Its keys, in flow style: <c>public: { https: 443 }, vhosts: [example.com]</c>.</param>
    public static Network Of(string web) => Compile(web).Network!;

    public static Compilation Compile(string web, string certificateNames = "mta-sts.example.com", string domain = "") => InMemory.Compile($$"""
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24], public: 203.0.113.7, kind: openwrt }
        hosts: { main: { address: [192.168.1.100] } }
        zones: { dmz: { subnets: [172.20.1.0/24], egress: internet } }
        services:
          dns: { image: localhost/bind:9.18.28, network: host, listen: host, public: { dns: 53/tcp+udp }, resolves: [example.com] }
          mail: { image: localhost/mail:2.1.0, zone: dmz, public: { smtp: 25, imaps: 993 } }
          web: { image: localhost/web:1.0.0, zone: dmz, at: 10, {{web}} }
          app: { image: localhost/app:1.0.0, zone: dmz, at: 11, private: { http: 8080 }, health: "true" }
          certbot: { image: localhost/certbot:2.11.0, zone: dmz, at: 12, timer: daily }
        certificates:
          example.com: { names: [{{certificateNames}}], challenge: dns-01, solver: certbot, key: acme, server: production, deploy: [web] }
        domains:
          example.com: { nameservers: { ns2.example.net: 198.51.100.53 }, mta-sts: enforce, {{domain}} }
        flows:
          certbot -> dns: dns
          web -> app: http
        """);
}
