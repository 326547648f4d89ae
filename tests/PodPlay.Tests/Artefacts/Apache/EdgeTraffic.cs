using PodPlay.Artefacts.Haproxy;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Apache;

/// <summary>
/// HAProxy, three Apaches and a solver in network namespaces on one bridge, and a client from the internet's side; asked once,
/// judged by several tests.
/// </summary>
public sealed class EdgeTraffic
{
    private const string Script = """
        ip link add dmz type bridge && ip link set dmz up
        join() { # NAME ADDRESS4 ADDRESS6
            ip netns add "$1"
            ip link add "v-$1" type veth peer name eth0 netns "$1"
            ip link set "v-$1" master dmz up
            ip -n "$1" link set lo up
            ip -n "$1" address add "$2/24" dev eth0
            ip -n "$1" -6 address add "$3/64" dev eth0 nodad
            ip -n "$1" link set eth0 up
        }
        join haproxy 172.20.1.10 fd00:dead:beef:1::10
        join certbot 172.20.1.13 fd00:dead:beef:1::13
        for n in 0 1 2; do join "apache-$n" "172.20.1.2$n" "fd00:dead:beef:1::2$n"; done
        ip -n haproxy address add 203.0.113.9/32 dev lo
        ip -n haproxy -6 address add 2001:db8:9::9/128 dev lo nodad

        . /etc/apache2/envvars; mkdir -p $APACHE_RUN_DIR $APACHE_LOCK_DIR
        for n in 0 1 2; do
            export APACHE_PID_FILE=/run/apache-$n.pid
            ip netns exec "apache-$n" unshare --mount sh -c "mount -t tmpfs run /run/apache2; exec apache2 -D FOREGROUND" >>/tmp/apache.log 2>&1 &
        done
        mkdir -p /tmp/solver/.well-known/acme-challenge && echo proof >/tmp/solver/.well-known/acme-challenge/token
        ip netns exec certbot busybox httpd -f -h /tmp/solver -p 80 &
        # HAProxy last: it would log servers that are not up yet.
        await() { for try in {1..300}; do ip netns exec haproxy curl -s -m 5 -o /dev/null "$1" && break; sleep 0.1; done; }
        await http://172.20.1.13/.well-known/acme-challenge/token
        for n in 0 1 2; do await "http://172.20.1.2$n/healthz"; done
        ip netns exec haproxy haproxy -W -db -f /usr/local/etc/haproxy/haproxy.cfg >/tmp/haproxy.log 2>&1 &
        await http://172.20.1.10/healthz

        ask() { # NAME, then curl's own arguments: the status, and curl's exit code
            name=$1; shift
            echo "$name $(ip netns exec haproxy curl -sk -m 5 -o /tmp/body -w '%{http_code}' "$@") $?"
        }
        v4=(--interface 203.0.113.9) v6=(--interface 2001:db8:9::9)
        here() { echo --resolve "$1:$2:$3"; }
        ask site-4 "${v4[@]}" $(here example.com 80 172.20.1.10) http://example.com/
        ask site-6 "${v6[@]}" $(here example.com 80 [fd00:dead:beef:1::10]) http://example.com/
        ask tls-4 "${v4[@]}" $(here www.example.com 443 172.20.1.10) https://www.example.com/
        ask tls-6 "${v6[@]}" $(here example.com 443 [fd00:dead:beef:1::10]) https://example.com/
        ask forged "${v4[@]}" -A forger -H "X-Forwarded-For: 6.6.6.6" -H "X-Forwarded-Proto: evil" $(here example.com 80 172.20.1.10) http://example.com/
        ask stranger $(here stranger.example 80 172.20.1.10) http://stranger.example/
        ask stranger-tls $(here stranger.example 443 172.20.1.10) https://stranger.example/
        ask challenge $(here mail.example.com 80 172.20.1.10) http://mail.example.com/.well-known/acme-challenge/token
        echo "proof $(cat /tmp/body)"
        ask health-4 http://172.20.1.20/healthz
        ask health-6 'http://[fd00:dead:beef:1::21]/healthz'
        ask without-proxy https://172.20.1.22/healthz
        ask with-proxy --haproxy-protocol $(here example.com 443 172.20.1.22) https://example.com/
        for n in 1 2 3 4 5 6; do ask round-$n $(here example.com 80 172.20.1.10) http://example.com/; done
        sleep 3
        grep -c 'is DOWN' /tmp/haproxy.log | sed 's/^/down /'
        sed 's/^/apache: /' /tmp/apache.log
        sed 's/^/haproxy: /' /tmp/haproxy.log
        kill $(jobs -p)
        """;

    private readonly ToolResult? _result;

    public EdgeTraffic()
    {
        // Without the root the tests say so themselves.
        if (!ToolRoots.Required && ToolRoots.WhatIsMissing([Debian.Trixie]) is not null)
            return;
        var network = EdgeNetwork.Build();
        using var tree = ApacheTree.Of(network);
        tree.Write("usr/local/etc/haproxy/haproxy.cfg", Rendered.By(new HaproxyArtefact(), network)["main/etc/podplay/haproxy/haproxy.cfg"]);
        _result = InRoot.Script(Debian.Trixie, tree.Root, Script);
    }

    internal ToolResult Result => _result ?? throw new InvalidOperationException("no Debian root");

    internal IEnumerable<string> ApacheLog => ToolResult.LinesOf(Result.Output).Where(l => l.StartsWith("apache: ", StringComparison.Ordinal)).Select(l => l[8..]);

    /// <summary>What a request gave: the status, and curl's exit code.</summary>
    internal string this[string request] =>
        ToolResult.LinesOf(Result.Output).FirstOrDefault(l => l.StartsWith($"{request} ", StringComparison.Ordinal))?[(request.Length + 1)..] ?? Result.ToString();
}
