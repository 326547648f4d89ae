using System.Collections.Concurrent;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>
/// The generated nftables router between an internet and a LAN of network namespaces. Every port is called from outside, and the hosts
/// write down what arrives: no listener is needed, and nothing that gets through goes unseen. A host that is reached refuses the
/// connection, so a refusal at the client shows that the way back works, too.
/// </summary>
internal sealed class RouterLab
{
    // 203.0.113.0/24 and 2001:db8:ff::/64 are the internet.
    private const string Script = """
        space() { # NAME ADDRESS4 GATEWAY4 ADDRESS6 GATEWAY6
            ip netns add "$1"
            ip -n "$1" link set lo up
            ip link add "v-$1" type veth peer name eth0 netns "$1"
            ip -n "$1" address add "$2/24" dev eth0
            ip -n "$1" -6 address add "$4/64" dev eth0 nodad
            ip -n "$1" link set eth0 up
            [ -z "$3" ] || ip -n "$1" route add default via "$3"
            [ -z "$5" ] || ip -n "$1" -6 route add default via "$5"
            ip netns exec "$1" nft -f - <<'SEEN'
        table inet seen {
            set seen4 { type inet_proto . ipv4_addr . inet_service . ipv4_addr; size 65535; flags dynamic; }
            set seen6 { type inet_proto . ipv6_addr . inet_service . ipv6_addr; size 65535; flags dynamic; }
            chain arriving {
                type filter hook prerouting priority raw; policy accept;
                ct direction reply return
                tcp flags & (syn | ack) == syn add @seen4 { ip protocol . ip daddr . tcp dport . ip saddr }
                tcp flags & (syn | ack) == syn add @seen6 { ip6 nexthdr . ip6 daddr . tcp dport . ip6 saddr }
                meta l4proto udp add @seen4 { ip protocol . ip daddr . udp dport . ip saddr }
                meta l4proto udp add @seen6 { ip6 nexthdr . ip6 daddr . udp dport . ip6 saddr }
            }
        }
        SEEN
        }
        ip netns add router
        ip -n router link set lo up
        ip netns exec router sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv6.conf.default.accept_dad=0
        ip -n router link add eth1 type bridge && ip -n router link set eth1 up
        space internet 203.0.113.9 "" 2001:db8:ff::9 ""
        ip link set v-internet netns router && ip -n router link set v-internet name eth0 && ip -n router link set eth0 up
        ip -n router address add 203.0.113.1/24 dev eth0 && ip -n router -6 address add 2001:db8:ff::1/64 dev eth0 nodad
        ip -n router address add 192.168.1.1/24 dev eth1 && ip -n router -6 address add 2001:db8:1::1/64 dev eth1 nodad
        for host in "main 100" "fast 101" "client 50"; do
            set -- $host
            space $1 192.168.1.$2 192.168.1.1 2001:db8:1::$2 2001:db8:1::1
            ip link set v-$1 netns router && ip -n router link set v-$1 master eth1 up
        done
        # An attacker on the provider's wire may send packets for the LAN itself, and in its name.
        ip -n internet route add 192.168.1.0/24 via 203.0.113.1
        ip -n internet -6 route add 2001:db8:1::/64 via 2001:db8:ff::1
        ip -n internet address add 192.168.1.10/32 dev lo
        ip -n internet -6 address add 2001:db8:1::10/128 dev lo nodad
        ip netns exec router sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=0

        ip netns exec router nft -f /etc/podplay-router.nft || exit 3
        ip netns exec router nft -s list ruleset >/tmp/once
        ip netns exec router nft -f /etc/podplay-router.nft || exit 3
        ip netns exec router nft -s list ruleset | diff /tmp/once - || exit 4

        sweep() { # NAME SPACE ADDRESS PORTS
            name=$1 space=$2 address=$3; shift 3
            ip netns exec $space perl /etc/sweep.pl $name $address "$@" &
        }
        seen() { # TITLE: what arrived since the last time
            wait
            for host in main fast client internet; do
                for set in seen4 seen6; do
                    ip netns exec $host nft list set inet seen $set | tr -d '\n' | sed -n 's/.*elements = { *\(.*\) }[[:space:]]*}[[:space:]]*}.*/\1/p' |
                        sed 's/, */\n/g' | sed "s/^[[:space:]]*/seen $1 $host /; s/ 6 / tcp /; s/ 17 / udp /" # numbers without netbase
                    echo
                    ip netns exec $host nft flush set inet seen $set
                done
            done
        }
        # Neighbours first: a lost first packet would be taken for a closed port.
        for space in internet main fast client; do sweep warm $space 203.0.113.1 9; sweep warm $space 2001:db8:ff::1 9; done
        for host in 100 101 50; do sweep warm internet 192.168.1.$host 9; sweep warm internet 2001:db8:1::$host 9; done
        seen warm >/dev/null
        sweep outside4 internet 203.0.113.1 $PORTS; seen outside4
        for host in 100 101 50; do sweep outside6-$host internet 2001:db8:1::$host $PORTS; done; seen outside6
        for host in 100 101 50; do sweep direct4-$host internet 192.168.1.$host $PORTS; done; seen direct4
        sweep hairpin4 client 203.0.113.1 $PORTS; seen hairpin4
        sweep out client 203.0.113.9 7; sweep out client 2001:db8:ff::9 7; seen out
        ip -n internet route replace 192.168.1.0/24 via 203.0.113.1 src 192.168.1.10
        ip -n internet -6 route replace 2001:db8:1::/64 via 2001:db8:ff::1 src 2001:db8:1::10
        sweep forged internet 2001:db8:1::100 $PORTS; sweep forged internet 192.168.1.100 $PORTS
        seen forged
        """;

    // One process for a whole sweep, over all ports at once. Whatever comes back within the time is an answer, a refusal above all.
    private const string Sweep = """
        use strict; use Socket qw(:all); use Fcntl; use Errno; use Time::HiRes 'time';
        my ($name, $address, @ports) = @ARGV;
        my %open;
        for my $port (@ports) {
            for my $type (SOCK_DGRAM, SOCK_STREAM) {
                my ($error, $at) = getaddrinfo($address, $port, { flags => AI_NUMERICHOST | AI_NUMERICSERV, socktype => $type });
                die $error if $error;
                socket(my $socket, $at->{family}, $type, 0) or die $!;
                fcntl($socket, F_SETFL, O_NONBLOCK);
                my $done = connect($socket, $at->{addr});
                if ($type == SOCK_DGRAM) { send($socket, "hello", 0) if $done; next; }
                if ($done || $!{ECONNREFUSED}) { print "answer $name $port\n"; }
                elsif ($!{EINPROGRESS}) { $open{$port} = $socket; }
                else { print "silence $name $port\n"; }
            }
        }
        my $end = time + 1.5;
        while (%open && time < $end) {
            my $ready = '';
            vec($ready, fileno($_), 1) = 1 for values %open;
            select(undef, $ready, undef, 0.1);
            for my $port (keys %open) {
                next unless vec($ready, fileno($open{$port}), 1);
                my $error = unpack('i', getsockopt($open{$port}, SOL_SOCKET, SO_ERROR));
                print(($error == 0 || $error == Errno::ECONNREFUSED ? "answer" : "silence"), " $name $port\n");
                delete $open{$port};
            }
        }
        print "silence $name $_\n" for keys %open;
        """;

    private static readonly ConcurrentDictionary<(Debian Debian, string Ruleset), Lazy<RouterLab>> Labs = new();

    private readonly ToolResult _result;

    private RouterLab(Debian debian, string ruleset, IEnumerable<int> ports)
    {
        using var tree = TempTree.Of(("etc/podplay-router.nft", ruleset), ("etc/sweep.pl", Sweep));
        _result = InRoot.Script(debian, tree.Root, $"PORTS='{string.Join(' ', ports)}'\n{Script}");
    }

    /// <summary>Ports to call: all that are open somewhere, the hosts' own ones behind them, and some that nobody opened.</summary>
    public static IEnumerable<int> Ports(Network network) =>
        network.Services.SelectMany(s => s.Ports)
            .SelectMany(p => new[] { p.Router, p.Host, p.Container })
            .OfType<PortRange>()
            .SelectMany(r => new[] { r.First - 1, r.First, r.Last, r.Last + 1 })
            .Concat([1, 22, 110, 143, 3000, 8080])
            .Distinct()
            .Order();

    /// <summary>Runs once for each version of nft and ruleset.</summary>
    public static RouterLab Of(Debian debian, string ruleset, Network network) =>
        Labs.GetOrAdd((debian, ruleset), key => new(() => new RouterLab(key.Debian, key.Ruleset, Ports(network)))).Value;

    /// <summary>What arrived while one thing was tried, as <c>main tcp . 192.168.1.100 . 8080 . 203.0.113.9</c>.</summary>
    public IEnumerable<string> Seen(string title) => Lines($"seen {title} ");

    /// <summary>The ports that answered a client.</summary>
    public IEnumerable<int> Answered(string title) => Lines($"answer {title} ").Select(int.Parse);

    public IEnumerable<int> Silent(string title) => Lines($"silence {title} ").Select(int.Parse);

    public void MustHaveRun() => Assert.True(_result.ExitCode == 0, _result.ToString());

    private IEnumerable<string> Lines(string start) =>
        ToolResult.LinesOf(_result.Output).Where(l => l.StartsWith(start, StringComparison.Ordinal)).Select(l => l[start.Length..].TrimEnd());
}
