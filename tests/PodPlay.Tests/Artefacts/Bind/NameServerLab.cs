using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>
/// A real named with podplay's files in a network namespace, and askers in others: the LAN, a zone, the router, the internet, the
/// secondary. Asked once, judged by several tests.
/// </summary>
public sealed class NameServerLab
{
    private const string Script = """
        ip link add wire type bridge && ip link set wire up
        join() { # NAME ADDRESS...: everything lies on one wire, so that a source address is all that tells askers apart
            ip netns add "$1"
            ip link add "v-$1" type veth peer name eth0 netns "$1"
            ip link set "v-$1" master wire up
            ip -n "$1" link set lo up
            ip -n "$1" link set eth0 up
            for address in "${@:2}"; do
                case $address in
                    *:*) ip -n "$1" -6 address add "$address/128" dev eth0 nodad ;;
                    *) ip -n "$1" address add "$address/32" dev eth0 ;;
                esac
            done
            ip -n "$1" route add default dev eth0
            ip -n "$1" -6 route add default dev eth0
        }
        join host 192.168.1.100 2001:db8:1::100
        join lan 192.168.1.50 2001:db8:1::50
        join router 192.168.1.1
        join zone 172.20.2.20 fd5c:9f1e:27b4:2::20
        join internet 192.0.2.9 2001:db8:9::9
        join second 198.51.100.53
        join upstream 203.0.113.53

        # Whom the name server asks for everything else.
        mkdir /tmp/upstream
        printf '%s\n' '$TTL 60' '. IN SOA ns. h. 1 2 3 4 5' '. IN NS ns.' 'ns. IN A 203.0.113.53' 'elsewhere.test. IN A 198.51.100.99' >/tmp/upstream/root
        echo 'options { directory "/tmp/upstream"; pid-file none; listen-on { 203.0.113.53; }; listen-on-v6 { none; }; recursion no; dnssec-validation no; }; controls { }; zone "." { type primary; file "root"; };' >/tmp/upstream/named.conf
        ip netns exec upstream named -f -c /tmp/upstream/named.conf >/tmp/upstream/log 2>&1 &

        mkdir -p /run/secrets
        tsig-keygen -a hmac-sha256 acme-update >/run/secrets/acme-update
        chmod 644 /run/secrets/acme-update
        begin() { cp -n /etc/bind/zones/dynamic/*.zone /var/lib/bind/; }
        begin
        start() { ip netns exec host named -f -u bind -c /etc/bind/named.conf >>/tmp/named.log 2>&1 & named=$!; }
        await() { for try in {1..100}; do ip netns exec lan dig +tries=1 +time=1 @192.168.1.100 podplay.internal SOA >/dev/null 2>&1 && break; sleep 0.1; done; }
        start; await

        ask() { # LABEL FROM, then dig's own arguments: status, flags, and the data of the answers
            label=$1 from=$2; shift 2
            answer=$(ip netns exec "$from" dig +tries=1 +time=3 +noall +comments +answer "$@" 2>&1)
            status=$(sed -n 's/.*status: \([A-Z]*\),.*/\1/p' <<<"$answer" | head -1)
            flags=$(sed -n 's/^;; flags: \([^;]*\);.*/\1/p' <<<"$answer" | head -1)
            data=$(grep -v -e '^;' -e '^$' <<<"$answer" | awk '{ $1 = $2 = $3 = ""; sub(/^ +/, ""); print }' | LC_ALL=C sort | paste -sd'|')
            echo "$label ${status:-none} [$flags] $data"
        }
        four=@192.168.1.100 six=@2001:db8:1::100
        for from in internet lan zone router; do
            ask "site-4-$from" $from $four www.example.com A
            ask "site-6-$from" $from $four www.example.com AAAA
            ask "mail-$from" $from $four mail.example.com A
            ask "intern-$from" $from $four intern.example.com A
            ask "recursion-$from" $from $four +cd elsewhere.test A
            ask "inside-$from" $from $four db.podplay.internal A
            ask "version-$from" $from $four version.bind TXT CH
        done
        for from in internet lan zone; do
            ask "by-ipv6-$from" $from $six mail.example.com A
            ask "tcp-$from" $from $four +tcp mail.example.com A
            ask "recursion-by-ipv6-$from" $from $six +cd elsewhere.test A
        done
        ask reverse-4 lan $four -x 172.20.2.21
        ask reverse-6 lan $four -x fd5c:9f1e:27b4:2::21
        ask reverse-host lan $four -x 192.168.1.100
        ask reverse-outside internet $four -x 172.20.2.21
        ask any internet $four +notcp +ignore example.com ANY
        ask mx internet $four example.com MX
        ask caa internet $four example.com CAA
        ask spf internet $four example.com TXT
        ask dkim internet $four +tcp s2026._domainkey.example.com TXT
        ask null internet $four _imap._tcp.example.com SRV
        ask imaps internet $four _imaps._tcp.example.com SRV
        ask wildcard internet $four x.dev.example.com A
        ask nothing internet $four nosuch.example.com A
        for from in internet lan second; do
            for zone in example.com podplay.internal; do
                echo "transfer-$zone-$from $(ip netns exec $from dig +tries=1 +time=3 $four $zone AXFR | grep -c 'IN.SOA')"
            done
        done

        change() { # LABEL FROM, then nsupdate's own arguments, commands on standard input: what it said
            label=$1 from=$2; shift 2
            echo "$label $(ip netns exec "$from" nsupdate "$@" 2>&1 | grep -o -e REFUSED -e NOTAUTH -e NOTZONE -e SERVFAIL | head -1 | grep . || echo done)"
        }
        key="-k /run/secrets/acme-update"
        update() { printf 'server 192.168.1.100\nzone %s\nupdate add %s\nsend\n' "$1" "$2"; }
        update _acme-challenge.example.com '_acme-challenge.example.com 30 TXT token' | change update zone $key
        update _acme-challenge.example.com '_acme-challenge.example.com 30 NS ns.example.net.' | change update-other-type zone $key
        update example.com 'www.example.com 30 A 192.0.2.1' | change update-site zone $key
        update example.com '_acme-challenge.www.example.com 30 TXT token' | change update-elsewhere zone $key
        update _acme-challenge.example.com '_acme-challenge.example.com 30 TXT forged' | change update-without-key lan
        tsig-keygen -a hmac-sha256 acme-update >/tmp/other
        update _acme-challenge.example.com '_acme-challenge.example.com 30 TXT forged' | change update-other-key lan -k /tmp/other
        ask token-internet internet $four _acme-challenge.example.com TXT
        ask token-lan lan $four _acme-challenge.example.com TXT
        ls /var/lib/bind | grep -c 'jnl$' | sed 's/^/journal /'

        # The container starts again, and podplay's files are there again.
        kill $named; wait $named
        begin; start; await
        ask token-after-start internet $four _acme-challenge.example.com TXT

        # A new zone file and SIGHUP, as the unit's reload does.
        sed -i -e 's/1 ; serial/2 ; serial/' -e 's/^www.example.com. IN A .*/www.example.com. IN A 203.0.113.8/' /etc/bind/zones/external/example.com.zone
        kill -HUP $named
        for try in {1..50}; do ip netns exec internet dig +short $four www.example.com A | grep -q 203.0.113.8 && break; sleep 0.1; done
        ask reloaded internet $four www.example.com A
        ask token-after-reload internet $four _acme-challenge.example.com TXT

        burst() { # FROM: how many of sixty answers at once are whole, cut, missing
            for n in {1..60}; do ip netns exec "$1" dig +tries=1 +time=2 +ignore +nocookie $four mail.example.com A >"/tmp/burst-$1-$n" 2>&1 & jobs[$n]=$!; done
            wait "${jobs[@]}"
            whole=$(grep -l 'ANSWER: 1' /tmp/burst-$1-* | wc -l); cut=$(grep -l 'flags: .*tc' /tmp/burst-$1-* | wc -l)
            echo "burst-$1 $whole $cut $((60 - whole - cut))"
        }
        burst internet
        burst lan
        sed 's/^/named: /' /tmp/named.log
        kill $(jobs -p)
        """;

    private readonly ToolResult? _result;

    public NameServerLab()
    {
        // Without the root the tests say so themselves.
        if (!ToolRoots.Required && ToolRoots.WhatIsMissing([Debian.Trixie]) is not null)
            return;
        using var tree = NameServerTree.Of(InMemory.Render(NameServerSpecs.Full), "main/etc/podplay/dns");
        _result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", "-c", Script], TimeSpan.FromMinutes(3));
    }

    internal ToolResult Result => _result ?? throw new InvalidOperationException("no Debian root");

    /// <summary>What a label's line says behind it.</summary>
    internal string this[string label] =>
        ToolResult.LinesOf(Result.Output).FirstOrDefault(l => l.StartsWith($"{label} ", StringComparison.Ordinal))?[(label.Length + 1)..] ?? Result.ToString();

    /// <summary>What named wrote while it ran.</summary>
    internal IEnumerable<string> Log => ToolResult.LinesOf(Result.Output).Where(l => l.StartsWith("named: ", StringComparison.Ordinal)).Select(l => l[7..]);
}
