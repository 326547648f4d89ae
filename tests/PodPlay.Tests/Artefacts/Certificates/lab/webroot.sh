# A certificate without a balancer: certbot writes into a folder that the generated Apache serves. Each line that begins with a
# word and a blank is a result for the tests.
# shellcheck shell=bash
# shellcheck source=world.sh
. /lab/world.sh
trap 'kill $(jobs -p) 2>/dev/null' EXIT
world
names_and_authority

say() { echo "$@"; }
service podplay-certificates 2>/tmp/install.log
for name in certbot apache; do plug $name; done
apache apache
ask() { ip netns exec internet curl -s -m 5 -o /dev/null -w '%{http_code}' --cacert /tmp/root.pem --resolve "*:443:$1" https://www.example.com/; }
within 20 ip netns exec internet curl -sf http://203.0.113.1/healthz
ip netns exec internet curl -sk https://203.0.113.9:15000/roots/0 >/tmp/root.pem

say first "$(solve)"
within 10 test "$(ask 203.0.113.1)" = 200
say trusted "$(ask 203.0.113.1) $(ask '[2001:db8:1::100]')"

# By IPv6: nobody asks by IPv4 any more, so an answer to the internet's own address is one to the authority.
ip netns exec internet curl -s -d '{"ip": "2001:db8:1::100"}' http://127.0.0.1:8055/set-default-ipv6
say renewal "$(solve --force-renewal)"
say by-ipv6 "$(grep -c ' 2001:db8:ff::9 .*acme-challenge.* 200 ' /tmp/apache.log)"

# Each part of the way is needed: the host's redirect for IPv6, the folder that both share.
ip netns exec main nft flush chain inet podplay router_ports
say without-redirect "$(solve --force-renewal)"
ip netns exec main nft -f /etc/nftables.d/podplay.nft
sed -i '/^Volume=acme.volume:/d' $units/certbot.container
say without-folder "$(solve --force-renewal)"
for log in certbot pebble apache install names; do sed "s/^/$log: /" /tmp/$log.log; done
