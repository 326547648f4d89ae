namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>Specs for tests of the ruleset.</summary>
internal static class FirewallSpecs
{
    /// <summary>Three hosts with everything that a ruleset can hold: ranges, remapped ranges, both protocols, limits, sources, flows of
    /// every kind, zones with one family only, a rootless host, a host without zones.</summary>
    public const string Wide = """
        podplay: 1
        router:
          address: [192.168.1.1, 2001:db8:1::1]
          lan: [192.168.1.0/24, "2001:db8:1::/64"]
        sources:
          admin: [192.168.1.10, "2001:db8:1::10"]
          office: [198.51.100.0/24, 198.51.100.7, "2001:db8:2::/48"]
        defaults: { host: main }
        hosts:
          main: { address: [192.168.1.100, 192.168.1.110, "2001:db8:1::100"], admin: { from: admin, ssh: 2222 } }
          fast: { address: [192.168.1.101, "2001:db8:1::101"] }
          user: { address: [192.168.1.102, "2001:db8:1::102"], rootless: { user: podplay, uid: 1500 } }
        zones:
          dmz: { subnets: [172.20.1.0/24, "fd00:1::/64"], egress: internet }
          internal: { subnets: [172.20.2.0/24, "fd00:2::/64"] }
          old: { subnets: [172.20.3.0/24] }
          new: { subnets: ["fd00:4::/64"], egress: internet }
          mine: { subnets: [172.20.5.0/24, "fd00:5::/64"], host: user }
        services:
          web:
            image: localhost/web:1.0.0
            zone: dmz
            at: 10
            public: { http: 80 -> 8080 -> 80, https: 443 -> 8443 -> 443, rtp: 6000-6003 -> 7000-7003 -> 8000-8003/udp }
            lan: { status: 8404 }
            limits: { rate: 20, burst: 60, connections: 300 }
          high-perf:
            image: localhost/high-perf:1.0.0
            zone: dmz
            at: 20
            replicas: 3
            private: { rpc: 9000/tcp+udp, extra: 9001-9005 }
          voip:
            image: localhost/voip:1.0.0
            network: host
            public: { sip: 5060/tcp+udp, media: 10000-10100/udp }
            limits: { connections: 20 }
          names:
            image: localhost/names:1.0.0
            network: host
            listen: host
            private: { dns: 53/tcp+udp }
          db:
            image: localhost/db:1.0.0
            zone: internal
            at: 10
            private: { postgres: 5432 }
            lan: { replication: { port: 5433, from: office } }
          printer:
            image: localhost/printer:1.0.0
            zone: old
            at: 10
            lan: { ipp: 631 }
          six:
            image: localhost/six:1.0.0
            zone: new
            at: 10
            public: { gopher: 70 }
          compute:
            image: localhost/compute:1.0.0
            host: fast
            network: host
            private: { rpc: 9100/tcp+udp }
          pages:
            image: localhost/pages:1.0.0
            zone: mine
            at: 10
            public: { http: 8081 -> 8082 -> 80 }
        flows:
          web -> high-perf: any
          high-perf -> high-perf: rpc
          dmz -> high-perf: rpc
          dmz -> db: postgres
          high-perf -> db: postgres
          internal -> names: dns
          web -> names: dns
          internal -> compute: rpc
          voip -> db: postgres
          main -> db: postgres
          fast -> db: replication
          compute -> web: status
          admin -> printer: ipp
          office -> web: status
          internet -> compute: rpc
          internal -> internet: [25, 53/tcp+udp, 8000-8010]
          db -> internet: 443
          old -> internet: any
          pages -> db: replication
          web -> pages: http
        """;

    /// <summary>A host that publishes nothing, and one port for the LAN over IPv4.</summary>
    public const string Small = """
        podplay: 1
        hosts:
          main: { address: 192.168.1.100 }
        zones:
          dmz: { subnets: [172.20.1.0/24] }
        services:
          app:
            image: localhost/app:1.0.0
            zone: dmz
            at: 10
            lan: { http: 80 }
        """;
}
