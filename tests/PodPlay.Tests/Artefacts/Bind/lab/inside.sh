# A machine of the LAN asks the generated name server for the names of a service and calls what it is told, through the generated router
# and the host's ruleset. Each line that begins with a word and a blank is a result for the tests.
# shellcheck shell=bash
# shellcheck source=../../Certificates/lab/world.sh
. /lab/world.sh
trap 'kill $(jobs -p) 2>/dev/null' EXIT
world
say() { echo "$@"; }

# The router's port towards the LAN becomes a switch, with another machine on it.
ip -n router link set eth1 down && ip -n router address flush dev eth1 && ip -n router link set eth1 name v-main
ip -n router link add eth1 type bridge && ip -n router link set eth1 up && ip -n router link set v-main master eth1 up
ip -n router address add 192.168.1.1/24 dev eth1 && ip -n router -6 address add 2001:db8:1::1/64 dev eth1 nodad
link lan p-lan 192.168.1.50 2001:db8:1::50
ip -n router link set p-lan master eth1
ip -n lan route add default via 192.168.1.1 && ip -n lan -6 route add default via 2001:db8:1::1

plug haproxy
box haproxy 100 haproxy -W -db -f /usr/local/etc/haproxy/haproxy.cfg >/tmp/haproxy.log 2>&1 &
# Whatever it is that the LAN calls there.
(cd /var/empty && exec ip netns exec haproxy python3 -m http.server 8081 --bind ::) >/dev/null 2>&1 &
ln -s /run/netns/main /run/netns/dns # it is on the host's network
box dns 0 named -f -u bind -c /etc/bind/named.conf >/tmp/named.log 2>&1 &

told() { ip netns exec lan dig +short +tries=2 +time=2 @192.168.1.100 "$1" "$2"; }
call() { # NAME TYPE PORT: the status that the LAN gets at what it is told; 000: nobody answers
    local address
    address=$(told "$1" "$2")
    case $address in *:*) address="[$address]" ;; esac
    ip netns exec lan curl -s -m 3 -o /dev/null -w '%{http_code}' "http://$address:$3/"
}
within 20 ip netns exec lan dig +tries=1 +time=1 @192.168.1.100 www.example.com SOA
# Until it has found that no server is there.
within 40 ip netns exec haproxy sh -c 'curl -s -m 2 -o /dev/null -w "%{http_code}" http://127.0.0.1/ | grep 503'
within 20 ip netns exec haproxy nc -z 127.0.0.1 8081

say told "$(told www.example.com A) $(told www.example.com AAAA)"
say site "$(call www.example.com A 80) $(call www.example.com AAAA 80)"
say seen "$(sed -n 's/^\(\[[0-9a-f:]*\]\|[0-9.a-f:]*\):[0-9]* .*fe_http.*/\1/p' /tmp/haproxy.log | grep -v '^127' | sort -u | paste -sd' ')"
say intern "$(call www.example.com A 8081) $(call www.example.com AAAA 8081)"
say by-inner-name "$(call haproxy.podplay.internal A 8081) $(call haproxy.podplay.internal AAAA 8081)"
ip netns exec router nft flush chain inet podplay_router prerouting
say without-hairpin "$(call www.example.com A 80)"
for log in haproxy named; do sed "s/^/$log: /" /tmp/$log.log; done
