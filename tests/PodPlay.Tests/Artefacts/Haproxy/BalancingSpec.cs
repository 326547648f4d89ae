using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>A balancer with one of everything that <c>balance:</c> can say.</summary>
internal static class BalancingSpec
{
    public const string Text = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24, "fd3c:9a41:77e2:7::/64"] }
        defaults: { host: main }
        hosts:
          main: { address: [192.168.1.100, "fd3c:9a41:77e2:7::100"] }
          fast: { address: [192.168.1.101, "fd3c:9a41:77e2:7::101"] }
        zones:
          dmz: { subnets: [172.20.1.0/24, "fd5c:1::/64"], egress: internet }
          mgmt: { subnets: [172.20.3.0/24, "fd5c:3::/64"] }
          accel: { subnets: [172.20.4.0/24, "fd5c:4::/64"], host: fast }
        sources: { main-host: 192.168.1.100 }
        services:
          haproxy:
            image: docker.io/library/haproxy:3.0.8
            zone: dmz
            at: 10
            public: { http: 80 -> 8080 -> 80, https: 443 -> 8443 -> 443, tls: 8444 -> 8444 -> 8444, redirected: 8081, imaps: 993, plain: 7000 }
            private: { stats: 8404 }
            statistics: stats
            limits: { requests: 5 }
            balance:
              http:
                routes:
                  example.com: web.http
                  a.example.com: { to: [web.http, far.http], weight: { web: 50, web-2: 200, far: 10 }, check: GET /healthz, method: leastconn }
                  "*.example.com": { to: web.http, drain: [web-2], sorry: closed.http }
                  "*.b.example.com": { to: web.http, method: source, sorry: { page: "<b>Tom & Jerry's</b>" } }
                  /static: { to: closed.http }
                  /static/big.d: { to: web.http }
                  example.com/api/v1: { to: web.http, sorry: closed.http }
              https: { to: web.http, check: GET /healthz }
              redirected: { redirect: https }
              tls: { to: web.http, sorry: { page: Back soon. } }
              imaps: { mode: tcp, to: mail.imaps, routes: { imap.example.com: mail.imaps, "*.imap.example.com": mail.imaps } }
              plain: { mode: tcp, to: [mail.plain, web.http], drain: mail, sorry: closed.http }
          web: { image: localhost/web:1.0.0, zone: dmz, at: 20, replicas: 3, private: { http: 8080 } }
          far: { image: localhost/web:1.0.0, zone: accel, at: 20, lan: { http: { port: 8080 -> 80, from: main-host } } }
          closed: { image: localhost/closed:1.0.0, zone: dmz, at: 40, replicas: 2, private: { http: 80 } }
          mail: { image: localhost/mail:1.0.0, zone: dmz, at: 50, private: { imaps: { port: 993, proxy: true }, plain: { port: 7000, proxy: true } } }
          prometheus: { image: localhost/prometheus:1.0.0, zone: mgmt, at: 10 }
        certificates:
          example.com: { names: [a.example.com], challenge: dns-01, deploy: [haproxy] }
        flows:
          haproxy -> web: http
          haproxy -> far: http
          haproxy -> closed: http
          haproxy -> mail: any
          prometheus -> haproxy: stats
        """;

    public static Network Network()
    {
        var compilation = InMemory.Compile(Text);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        return compilation.Network!;
    }
}
