namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>A spec with everything that a name server of podplay's can have.</summary>
internal static class NameServerSpecs
{
    public const string Full = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24, "2001:db8:1::/64"], public: 203.0.113.7 }
        hosts:
          main: { address: [192.168.1.100, "2001:db8:1::100"] }
          fast: { address: [192.168.1.101] }
        defaults: { host: main, dns: [dns] }
        zones:
          dmz: { subnets: [172.20.1.0/24, "fd5c:9f1e:27b4:1::/64"], egress: internet }
          inner: { subnets: [172.20.2.0/24, "fd5c:9f1e:27b4:2::/64"] }
        services:
          dns:
            image: localhost/bind:9.18.28
            network: host
            listen: host
            public: { dns: 53/tcp+udp }
            resolves: [example.com, podplay.internal]
            forwarders: [203.0.113.53]
          web: { image: localhost/apache:1.4.0, zone: dmz, at: 10, aliases: [site], public: { https: 443 }, vhosts: [example.com, www.example.com] }
          shop: { image: localhost/apache:1.4.0, zone: dmz, at: 14, public: { https: 8443 -> 9443 -> 443 }, vhosts: [shop.example.com] }
          mail: { image: localhost/mail:2.1.0, zone: dmz, at: 11, public: { smtp: 25, smtps: 465, imaps: 993 } }
          certbot: { image: localhost/certbot:2.11.0, zone: dmz, at: 13, timer: daily }
          app: { image: localhost/app:1.0.0, zone: inner, at: 20, replicas: 2, private: { http: 8080 } }
          db: { image: localhost/postgres:16.4, zone: inner, at: 30, private: { postgres: 5432 } }
          far: { image: localhost/far:1.0.0, host: fast, network: host, lan: { rpc: 9000 } }
        certificates:
          example.com: { names: ["*.example.com"], challenge: dns-01, solver: certbot, key: acme-update, server: production, deploy: [web] }
        domains:
          example.com:
            nameservers: { ns2.example.com: 198.51.100.53 }
            dkim: { s2026: "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApGAht0+A9A3eRgg/IXRLF6WFY7gJEDzep5l7OaMPwt1a2+L+RuwKH0eimJRAvFMR6jAM8cQdCWyzZWi8/QE64Wck5a2W+5kI9xhx9X8SsKKmnJ+uhF0MVp1kE6HwwInL38JOgQXYJxvN72LkLQaXXTeO2ZnZR2+tUFJs/qhEzJrrwY06x1RHDl8voEFMd6ICOMX5sDWchxwSrG8wA+Yw42eYsmz+fP74MkER8TJ8TSQePVZ+aK3fP6saes8h08rZSR3YAB8lfmF0durtikMjtbnqLVNlM8S2drm9Q6Qf7tNnQcWMSOS53LLcZmt52joJI3W64N0uvsegcumGCmg0CQIDAQAB" }
            mta-sts: testing
            tls-reports: tls@example.com
            names: { intern.example.com: db, mta-sts.example.com: web }
            records:
              example.com: { txt: ['site-verification="a;b\c"'] }
              blog.example.com: { cname: hosting.example.net }
              _sip._tcp.example.com: { srv: 0 5 5060 www.example.com }
              "*.dev.example.com": { a: 198.51.100.77 }
        flows:
          dmz -> dns: dns
          web -> app: http
          web -> mail: smtps
          web -> far: rpc
          mail -> db: postgres
          app -> db: postgres
          app -> mail: smtps
          app -> web: https
        """;
}
