using PodPlay.Artefacts.Haproxy;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>
/// HAProxy with what podplay wrote, in a network namespace of its own; around it servers that tell their names, and clients from the
/// LAN, the internet and the management zone.
/// </summary>
internal sealed class BalancingTraffic
{
    private const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts: { main: { address: [192.168.1.100, "fd3c:9a41:77e2:7::100"] } }
        zones:
          dmz: { subnets: [172.20.1.0/24, "fd5c:1::/64"], egress: internet }
          mgmt: { subnets: [172.20.3.0/24, "fd5c:3::/64"] }
        services:
          haproxy:
            image: docker.io/library/haproxy:3.0.8
            zone: dmz
            at: 10
            public: { http: 80 -> 8080 -> 80, strict: 81 -> 8081 -> 81, plain: 82 -> 8082 -> 82, https: 443 -> 8443 -> 443, imaps: 993 }
            private: { stats: 8404 }
            statistics: stats
            limits: { requests: 5 }
            balance:
              http:
                to: web.http
                check: GET /healthz
                routes:
                  weighted.example.com: { to: [web.http, api.http], weight: { web-2: 200, api: 50 } }
                  drained.example.com: { to: web.http, drain: web-2 }
                  closed.example.com: { to: gone.http, sorry: { page: "Tom & Jerry are back at noon." } }
                  handed-on.example.com: { to: gone.http, sorry: sorry.http }
                  example.com/api: api.http
                  "*.example.net": api.http
              strict: { routes: { example.com: web.http } }
              plain: { redirect: https }
              https: { to: web.http }
              imaps: { mode: tcp, routes: { imap.example.com: mail.imaps } }
          web: { image: localhost/web:1.0.0, zone: dmz, at: 20, replicas: 3, private: { http: 8080 } }
          api: { image: localhost/api:1.0.0, zone: dmz, at: 30, private: { http: 8080 } }
          gone: { image: localhost/gone:1.0.0, zone: dmz, at: 31, private: { http: 8080 } }
          sorry: { image: localhost/sorry:1.0.0, zone: dmz, at: 32, private: { http: 8080 } }
          mail: { image: localhost/mail:1.0.0, zone: dmz, at: 40, private: { imaps: { port: 993, proxy: true } } }
          prometheus: { image: localhost/prometheus:1.0.0, zone: mgmt, at: 10 }
        certificates:
          example.com: { challenge: dns-01, deploy: [haproxy] }
        flows:
          haproxy -> web: http
          haproxy -> api: http
          haproxy -> gone: http
          haproxy -> sorry: http
          haproxy -> mail: imaps
          prometheus -> haproxy: stats
        """;

    // The balancer behind a veth; whoever it meets stands on this side: its servers, and clients by their source addresses.
    private const string Stage = """
        set -u
        lab() { perl /srv/lab.pl "$@"; }
        ip netns add haproxy
        ip link add zone type veth peer name eth0 netns haproxy
        ip address add 172.20.1.1/24 dev zone; ip -6 address add fd5c:1::1/64 dev zone nodad; ip link set zone up
        ip -n haproxy link set lo up; ip -n haproxy address add 172.20.1.10/24 dev eth0; ip -n haproxy -6 address add fd5c:1::10/64 dev eth0 nodad
        ip -n haproxy link set eth0 up; ip -n haproxy route add default via 172.20.1.1; ip -n haproxy -6 route add default via fd5c:1::1
        for a in 172.20.1.{20,21,22,30,31,32,40,60} 192.168.1.{7,8} 203.0.113.{9,10}; do ip address add "$a/32" dev lo; done
        for a in 2001:db8:9::{1,2} 2001:db8:a::1; do ip -6 address add "$a/128" dev lo nodad; done
        start() { perl /srv/lab.pl serve "$@" & echo $! >"/tmp/$1.pid"; }
        for n in 1 2 3; do start "web-$n" "172.20.1.$((19 + n))" 8080; done
        start api 172.20.1.30 8080; start sorry 172.20.1.32 8080; start mail 172.20.1.40 993 proxy
        C=/usr/local/etc/haproxy/haproxy.cfg
        await() { for ((try = 0; try < 300; try++)); do if (eval "$1") >/dev/null 2>&1; then return; fi; sleep 0.1; done; echo "gave up waiting for: $1"; }
        await 'for a in 172.20.1.{20,21,22,30,32}; do lab get 172.20.1.1 $a 8080 x / | grep -q ^200 || exit 1; done'
        ip netns exec haproxy haproxy -W -db -f $C >/tmp/haproxy.log 2>&1 &
        MASTER=$!
        await 'lab get 192.168.1.7 172.20.1.10 80 x / | grep -q ^200'
        say() { sed "s|^|$1: |"; }
        ask() { name=$1 from=$2 port=$3; shift 3; lab get "$from" 172.20.1.10 "$port" "$@" | say "$name"; }
        # how often each text came
        count() { sort | uniq -c | sed 's/^ *//'; }
        status() { sed 's/^200 .*/200/' | count; }
        shares() { name=$1; shift; lab get 192.168.1.7 172.20.1.10 80 "$@" | cut -d' ' -f1,2 | count | say "$name"; }
        """;

    private const string Questions = """
        shares weights weighted.example.com / 450
        shares drained drained.example.com / 30
        ask folder 192.168.1.7 80 EXAMPLE.com:80 /api; ask folder-below 192.168.1.7 80 example.com /api/orders?x=1
        ask folder-beside 192.168.1.7 80 example.com /apiary
        ask wildcard 192.168.1.7 80 a.b.example.net /
        ask route 192.168.1.7 81 example.com /; ask no-route 192.168.1.7 81 other.example.com /
        ask redirect 192.168.1.7 82 'Example.com:8082' '/a?b=c'
        ask forged 203.0.113.10 80 example.com / 1 'X-Forwarded-For: 6.6.6.6' 'X-Forwarded-Proto: evil' 'Forwarded: for=6.6.6.6' 'x-forwarded-host: evil'
        ask forged-v6 203.0.113.10 80 example.com / 1 'X-Forwarded-For: ::1'
        lab hello 203.0.113.9 172.20.1.10 993 imap.example.com | say sni
        lab hello 203.0.113.9 172.20.1.10 993 stranger.example.com | say sni-unknown
        lab hello 203.0.113.9 172.20.1.10 443 example.com | say tls
        lab hello 203.0.113.9 172.20.1.10 443 stranger.example.com | say tls-unknown
        lab get 203.0.113.9 172.20.1.10 80 example.com / 60 | status | say many
        ask other 203.0.113.10 80 example.com /; lab get 192.168.1.8 172.20.1.10 80 example.com / 60 | status | say lan
        for a in 2001:db8:9::{1,2}; do lab get $a fd5c:1::10 80 example.com / 30; done | status | say neighbours
        lab get 2001:db8:a::1 fd5c:1::10 80 example.com / | status | say stranger
        lab get 172.20.1.1 172.20.1.10 8404 x /metrics | cut -c1-12 | say stats
        lab get 172.20.1.60 172.20.1.10 8404 x /metrics | cut -c1-12 | say stats-zone; lab get 203.0.113.9 172.20.1.10 8404 x / | cut -c1-12 | say stats-internet
        await 'grep -q "be_http_handed-on.example.com/gone is DOWN" /tmp/haproxy.log'
        ask sorry-page 192.168.1.7 80 closed.example.com /
        ask sorry-server 192.168.1.7 80 handed-on.example.com /
        """;

    // Two clients ask without a pause while a server dies, comes back, and the balancer is reloaded.
    private const string Story = """
        for n in 1 2; do lab loop 192.168.1.7 172.20.1.10 80 example.com "/tmp/loop-$n" & done
        now() { date +%s.%2N; }
        # what the clients got between two moments
        between() { cat /tmp/loop-1 /tmp/loop-2 | awk -v from="$2" -v to="$3" '$1 >= from && $1 < to { print $2, $3 }' | count | say "$1"; }
        sleep 2; killed=$(now)
        kill -9 -- "-$(cat /tmp/web-2.pid)"
        await 'grep -q "be_http/web-2 is DOWN" /tmp/haproxy.log'; down=$(now); sleep 1; still=$(now)
        start web-2 172.20.1.21 8080
        await 'grep -q "be_http/web-2 is UP" /tmp/haproxy.log'; up=$(now); sleep 4; early=$(now)
        sleep 18; late=$(now); sleep 2; reloading=$(now)
        for n in 1 2 3; do kill -USR2 $MASTER; sleep 1.5; done
        cp $C /tmp/good; echo 'nonsense' >>$C; broken=$(now); kill -USR2 $MASTER; sleep 1.5; cp /tmp/good $C; kill -USR2 $MASTER; sleep 1.5
        end=$(now); touch /tmp/loop-1.stop /tmp/loop-2.stop
        between before 0 "$killed"; between dying "$killed" "$down"; between dead "$down" "$still"; between early "$up" "$early"
        between late "$late" "$reloading"; between reload "$reloading" "$broken"; between broken "$broken" "$end"
        """;

    private const string End = """
        sed 's/^/haproxy: /' /tmp/haproxy.log
        kill -- $(jobs -p) 2>/dev/null
        for f in /tmp/*.pid; do kill -9 -- "-$(cat "$f")" 2>/dev/null; done
        exit 0
        """;

    private readonly ToolResult _result;

    private BalancingTraffic(ToolResult result) => _result = result;

    /// <summary>Single requests of all kinds.</summary>
    /// <param name="change">What to do to haproxy.cfg before.</param>
    public static BalancingTraffic OfQuestions(Debian debian, Func<string, string>? change = null) => Run(debian, Questions, change ?? (text => text));

    /// <summary>A server's death and return, and reloads, under load.</summary>
    public static BalancingTraffic OfStory(Debian debian, Func<string, string>? change = null) => Run(debian, Story, change ?? (text => text));

    /// <summary>The lines that a question gave.</summary>
    public string[] this[string question]
    {
        get
        {
            string[] lines = [.. ToolResult.LinesOf(_result.Output).Where(l => l.StartsWith($"{question}: ", StringComparison.Ordinal)).Select(l => l[(question.Length + 2)..])];
            return lines is [] ? [_result.ToString()] : lines;
        }
    }

    private static BalancingTraffic Run(Debian debian, string part, Func<string, string> change)
    {
        var compilation = InMemory.Compile(Spec);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        var (chain, key) = TestCertificate.For("example.com");
        using var tree = TempTree.Of(
            ("certs/example.com/fullchain.pem", chain), ("certs/example.com/fullchain.pem.key", key),
            ("srv/lab.pl", File.ReadAllText(Repository.PathOf("tests/PodPlay.Tests/Artefacts/Haproxy/lab.pl"))));
        foreach (var (path, text) in Rendered.By(new HaproxyArtefact(), compilation.Network!))
            tree.Write(path.Replace("main/etc/podplay/haproxy", "usr/local/etc/haproxy", StringComparison.Ordinal), path.EndsWith(".cfg", StringComparison.Ordinal) ? change(text) : text);
        return new(InRoot.Run(debian, tree.Root, ["bash", "-c", $"{Stage}\n{part}\n{End}"], TimeSpan.FromMinutes(2)));
    }
}
